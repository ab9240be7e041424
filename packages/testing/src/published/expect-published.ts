// Expecting an event of the contract among those that were published.
import type { ChannelEvent } from "@lockstep/runtime";
import { type BuilderTarget, builderTargetOf } from "@lockstep/runtime/publish";
import { equals, iterableEquality, subsetEquality } from "@vitest/expect";
import { describeAbsence, describeCount, describeDifference } from "./describe-failure.ts";
import { ExpectationError } from "./expectation-error.ts";
import type { Expected, PartlyExpected } from "./expected.ts";
import { eventsOf, isFor, type PublishedSource, payloadOf } from "./published-event.ts";

/** A builder of generated publishers: `hotelOffers({ hotelSlug }).offerCreated`. */
export type EventBuilder<Payload> = (payload: Payload, extensions?: never) => ChannelEvent;

/** Each fails with {@link ExpectationError}, which says what came instead and what comes nearest. */
export interface PublishedExpectation<Payload> {
  /** At least one such event has these fields with these values, and any others; matchers stand for values. */
  with(payload: PartlyExpected<Payload>): void;
  /** At least one such event has exactly this payload; matchers stand for values. */
  withExactly(payload: Expected<Payload>): void;
  /** Such an event was published as often as that. */
  times(count: number): void;
  /** No such event was published. */
  never(): void;
}

/**
 * Expects the event that a builder builds, on the channel that it builds it for.
 *
 * ```ts
 * const { offerCreated } = hotelOffers({ hotelSlug: "killarney" });
 * expectPublished(transport, offerCreated).with({ offer: { title: "Spa weekend" } });
 * ```
 *
 * @throws {TypeError} when the function is no builder of generated publishers
 */
export function expectPublished<Payload>(
  source: PublishedSource,
  builder: EventBuilder<Payload>,
): PublishedExpectation<Payload> {
  const target = targetOf(builder);
  const all = eventsOf(source);
  const payloads = all
    .filter((event) => isFor(event, target))
    .map((event) => payloadOf(event, target));

  function check(expected: unknown, isPartial: boolean): void {
    const testers = isPartial ? [iterableEquality, subsetEquality] : [iterableEquality];
    if (payloads.some((payload) => equals(payload, expected, testers))) return;
    const message =
      payloads.length === 0
        ? describeAbsence(target, all)
        : describeDifference(target, { payloads, expected, isPartial });
    throw new ExpectationError(message, { actual: payloads, expected });
  }

  return {
    with: (payload) => check(payload, true),
    withExactly: (payload) => check(payload, false),
    times: (count) => assertCount(target, payloads, count),
    never: () => assertCount(target, payloads, 0),
  };
}

function assertCount(target: BuilderTarget, payloads: readonly unknown[], count: number): void {
  if (payloads.length === count) return;
  const message = describeCount(target, payloads, count);
  throw new ExpectationError(message, { actual: payloads.length, expected: count });
}

function targetOf(builder: object): BuilderTarget {
  const target = builderTargetOf(builder);
  if (target) return target;
  throw new TypeError(
    "expectPublished: the second argument is no builder of an event; give it one uncalled, as in `hotelOffers({ hotelSlug }).offerCreated`",
  );
}
