// The events of one channel by one definition: which are known, repeated, or out of sequence.
import type { EventDefinition } from "../channel.ts";
import type { LockstepError } from "../errors/lockstep-error.ts";
import { SubscribeError } from "../errors/subscribe-error.ts";
import { isClientEventName } from "../names/name-rules.ts";
import { nearestName } from "../names/nearest-name.ts";
import type { AnyChannel } from "./channel-listener.ts";
import { createEventMemory, type SequenceGap } from "./event-memory.ts";
import { readEvent } from "./read-event.ts";
import type { SubscribeStage } from "./subscription.ts";

/** Any client may invent event names, so that their number needs an end. */
const unknownNamesReported = 100;

export interface ReadEvent {
  /** Key in the contract's `messages`. */
  readonly key: string;
  readonly payload: unknown;
  readonly attributes: Readonly<Record<string, unknown>> | undefined;
}

export type ReportFault = (stage: SubscribeStage, error: LockstepError) => void;

export interface EventReader {
  /** Answers the event where it is to be handled; reports what is wrong with it. */
  read(name: string, data: unknown, reportFault: ReportFault): ReadEvent | undefined;
}

export function createEventReader(definition: AnyChannel, channel: string): EventReader {
  const byName = new Map<string, readonly [string, EventDefinition<unknown>]>(
    Object.entries(definition.events).map((entry) => [entry[1].name, entry]),
  );
  const hasEnvelopes = [...byName.values()].some(([, { envelope }]) => envelope !== undefined);
  const unknownNames = new Set<string>();
  const memory = createEventMemory();
  return {
    read(name, data, reportFault) {
      const known = byName.get(name);
      // the server numbers every event with an envelope, also those that this contract does not know or takes for invalid
      if (hasEnvelopes && isFromServer(name, known?.[1]) && looksEnveloped(data)) {
        if (memory.isRepeated(data)) return undefined;
        const gap = memory.findGap(data);
        if (gap) reportFault("sequence", describeGap(gap, channel, name));
      }
      if (!known) {
        if (unknownNames.has(name) || unknownNames.size === unknownNamesReported) return undefined;
        unknownNames.add(name);
        reportFault("unknown-event", describeUnknown(definition, channel, name));
        return undefined;
      }
      const reading = readEvent(known[1], data, { channel, event: name });
      if ("error" in reading) {
        reportFault(reading.stage, reading.error);
        return undefined;
      }
      return { key: known[0], payload: reading.payload, attributes: reading.attributes };
    },
  };
}

// a client could claim any id and sequence, and the payload of an event without an envelope is the contract's alone
function isFromServer(name: string, known: EventDefinition<unknown> | undefined): boolean {
  return !isClientEventName(name) && (known === undefined || known.envelope !== undefined);
}

function looksEnveloped(data: unknown): data is Readonly<Record<string, unknown>> {
  const { specversion } = Object(data) as { readonly specversion?: unknown };
  return typeof data === "object" && specversion === "1.0";
}

function describeGap(
  { expected, received }: SequenceGap,
  channel: string,
  event: string,
): SubscribeError {
  const problem = `sequence ${expected} was expected, ${received} came; refetch what was missed`;
  return new SubscribeError("sequence-gap", problem, { channel, event });
}

function describeUnknown(definition: AnyChannel, channel: string, event: string): SubscribeError {
  const names = Object.values(definition.events).map(({ name }) => name);
  const nearest = nearestName(event, names);
  const hint = nearest === undefined ? "" : `; did you mean ${JSON.stringify(nearest)}`;
  const problem = `channel ${definition.key} of the contract has no such event${hint}`;
  return new SubscribeError("event-unknown", problem, { channel, event, nearest });
}
