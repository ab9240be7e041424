// Which events of a contract the tests published, and which they handled.
import { type ContractModel, generatedNames } from "@lockstep/codegen/contract";
import { type EventKey, keyOf, type ObservedEvents } from "./observed-events.ts";

export interface EventCoverage {
  /** Key of the channel in the contract. */
  readonly channel: string;
  /** Wire event name. */
  readonly name: string;
  readonly isPublished: boolean;
  readonly isHandled: boolean;
}

export interface ContractCoverage {
  readonly title: string;
  readonly version: string;
  /** Every event of the contract, by channel and key. */
  readonly events: readonly EventCoverage[];
}

export function measureCoverage(
  { title, version, channels }: Pick<ContractModel, "title" | "version" | "channels">,
  observed: readonly ObservedEvents[],
): ContractCoverage {
  const published = new Set<EventKey>(observed.flatMap((file) => file.published));
  const handled = new Set<EventKey>(observed.flatMap((file) => file.handled));
  const events = channels.flatMap((channel) =>
    channel.messages.map((message): EventCoverage => {
      const event = generatedNames(channel).propertyOf(message);
      const key = keyOf({ channel: channel.key, event });
      return {
        channel: channel.key,
        name: message.name,
        isPublished: published.has(key),
        isHandled: handled.has(key),
      };
    }),
  );
  return { title, version, events };
}

/** How many of the events, in percent from 0 to 100; all, where there are none. */
export function shareOf({ events }: ContractCoverage, side: "isPublished" | "isHandled"): number {
  if (events.length === 0) return 100;
  return (100 * events.filter((event) => event[side]).length) / events.length;
}
