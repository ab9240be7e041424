// What was committed beside what arrived.
import type { Fact } from "./facts.ts";
import type { Arrival } from "./realtime-server.ts";

export interface Comparison {
  readonly committed: number;
  /** Different events that arrived. */
  readonly delivered: number;
  /** Arrivals of an event that had arrived before. */
  readonly repeated: number;
  /** Committed, and never arrived. */
  readonly lost: readonly string[];
  /** Arrived, and never committed. */
  readonly invented: readonly string[];
  /** Channels whose events first arrived in another order than that of their commits. */
  readonly disordered: readonly string[];
}

export function compare(facts: readonly Fact[], arrivals: readonly Arrival[]): Comparison {
  const committed = new Set(facts.map(({ eventId }) => eventId));
  const first = new Map(arrivals.toReversed().map((arrival) => [arrival.id, arrival]));
  const inOrder = [...first.values()].reverse();
  const lost = [...committed].filter((id) => !first.has(id));
  const invented = [...first.keys()].filter((id) => !committed.has(id));
  const isLost = new Set(lost);
  const wanted = groupByChannel(
    facts.filter(({ eventId }) => !isLost.has(eventId)),
    "eventId",
  );
  const seen = groupByChannel(inOrder, "id");
  return {
    committed: committed.size,
    delivered: first.size,
    repeated: arrivals.length - first.size,
    lost,
    invented,
    disordered: [...wanted.keys()].filter(
      (channel) => wanted.get(channel)?.join() !== seen.get(channel)?.join(),
    ),
  };
}

function groupByChannel<Key extends string>(
  items: readonly ({ readonly channel: string } & Readonly<Record<Key, string>>)[],
  key: Key,
): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const item of items) {
    groups.set(item.channel, [...(groups.get(item.channel) ?? []), item[key]]);
  }
  return groups;
}
