// The events of one channel by one definition: which are known, repeated, or out of sequence.
import type { EventDefinition } from "../channel.ts";
import type { LockstepError } from "../errors/lockstep-error.ts";
import { SubscribeError } from "../errors/subscribe-error.ts";
import { nearestName } from "../names/nearest-name.ts";
import type { AnyChannel } from "./channel-listener.ts";
import { createEventMemory } from "./event-memory.ts";
import { readEvent } from "./read-event.ts";
import type { SubscribeStage } from "./subscription.ts";

/** Any client may invent event names, so that their number needs an end. */
const unknownNamesReported = 100;

export interface ReadEvent {
  /** Key in the contract's `messages`. */
  readonly key: string;
  readonly payload: unknown;
  readonly attributes?: Readonly<Record<string, unknown>>;
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
  const unknownNames = new Set<string>();
  const memory = createEventMemory();
  return {
    read(name, data, reportFault) {
      const known = byName.get(name);
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
      const { attributes } = reading;
      if (attributes) {
        if (memory.isRepeated(attributes)) return undefined;
        const gap = memory.findGap(attributes);
        if (gap) {
          const problem = `sequence ${gap.expected} was expected, ${gap.received} came; refetch what was missed`;
          reportFault(
            "sequence",
            new SubscribeError("sequence-gap", problem, { channel, event: name }),
          );
        }
      }
      return { key: known[0], ...reading };
    },
  };
}

function describeUnknown(definition: AnyChannel, channel: string, event: string): SubscribeError {
  const names = Object.values(definition.events).map(({ name }) => name);
  const nearest = nearestName(event, names);
  const hint = nearest === undefined ? "" : `; did you mean ${JSON.stringify(nearest)}`;
  const problem = `channel ${definition.key} of the contract has no such event${hint}`;
  return new SubscribeError("event-unknown", problem, { channel, event, nearest });
}
