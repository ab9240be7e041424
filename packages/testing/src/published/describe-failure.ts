// The words for an event that did not come as it was expected.
import { nearestName } from "@lockstep/runtime";
import type { BuilderTarget } from "@lockstep/runtime/publish";
import { equals, getObjectSubset, subsetEquality } from "@vitest/expect";
import { diff } from "@vitest/utils/diff";
import type { PublishedEvent } from "./published-event.ts";

const eventsShown = 10;

/** Nothing of that name came on that channel: what came, and which of it was probably meant. */
export function describeAbsence(
  target: BuilderTarget,
  published: readonly PublishedEvent[],
): string {
  const wanted = place(target);
  if (published.length === 0) return `${wanted}: was not published; nothing was`;
  const places = [...new Set(published.map(place))];
  const nearest = nearestPlace(target, published);
  const shown = places.slice(0, eventsShown).map((one) => `  ${one}`);
  const more = places.length - shown.length;
  return [
    `${wanted}: was not published${nearest === undefined ? "" : `; did you mean ${nearest}`}`,
    "published were",
    ...shown,
    ...(more > 0 ? [`  and ${more} more`] : []),
  ].join("\n");
}

export interface Difference {
  readonly payloads: readonly unknown[];
  readonly expected: unknown;
  /** Whether fields that are not expected are of no interest. */
  readonly isPartial: boolean;
}

/** The event came, with other payloads: the nearest one, and how it differs. */
export function describeDifference(
  target: BuilderTarget,
  { payloads, expected, isPartial }: Difference,
): string {
  const [nearest, ...others] = [...payloads].sort(
    (one, other) => likeness(other, expected) - likeness(one, expected),
  );
  const problem =
    others.length > 0
      ? `with other payloads; of these ${payloads.length} this one is nearest`
      : "with another payload";
  return [
    `${place(target)}: was published ${problem}`,
    diff(expected, isPartial ? getObjectSubset(nearest, expected, []).subset : nearest, {
      expand: false,
      aAnnotation: "expected",
      bAnnotation: "published",
    }),
  ].join("\n");
}

export function describeCount(
  target: BuilderTarget,
  payloads: readonly unknown[],
  count: number,
): string {
  const list = payloads.slice(0, eventsShown).map((payload) => `  ${JSON.stringify(payload)}`);
  const wanted = count === 0 ? "not at all" : times(count);
  return [
    `${place(target)}: was published ${times(payloads.length)}; expected ${wanted}`,
    ...list,
  ].join("\n");
}

function place({ channel, name }: { readonly channel: string; readonly name: string }): string {
  return `${name} on ${channel}`;
}

function times(count: number): string {
  return count === 1 ? "once" : `${count} times`;
}

function nearestPlace(
  { channel, name }: BuilderTarget,
  published: readonly PublishedEvent[],
): string | undefined {
  const elsewhere = published.find((event) => event.name === name);
  if (elsewhere) return place(elsewhere);
  const here = published.filter((event) => event.channel === channel).map((event) => event.name);
  const nearest = nearestName(name, here);
  return nearest === undefined ? undefined : place({ channel, name: nearest });
}

/** How many of the expected fields are met. */
function likeness(actual: unknown, expected: unknown): number {
  if (typeof expected !== "object" || expected === null || typeof actual !== "object") return 0;
  return Object.entries(expected).filter(([key, value]) =>
    equals((actual as Readonly<Record<string, unknown>> | null)?.[key], value, [subsetEquality]),
  ).length;
}
