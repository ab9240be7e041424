// Numbers for events with an envelope: 1, 2, 3 … within each channel, in the order of the commits.
import type { ChannelEvent } from "@lockstep/runtime";
import { sql } from "drizzle-orm";
import type { OutboxDatabase } from "./outbox-database.ts";
import { outboxSequences } from "./sequences-table.ts";

// CloudEvents wants a text that sorts like the numbers do
const DIGITS = 12;

/**
 * Answers the attribute `sequence` of each event with an envelope. The caller holds the channels' locks; what a
 * transaction took is given back when it is rolled back.
 *
 * @see https://github.com/cloudevents/spec/blob/main/cloudevents/extensions/sequence.md
 */
export async function takeSequences(
  tx: OutboxDatabase,
  events: readonly ChannelEvent[],
): Promise<ReadonlyMap<ChannelEvent, { readonly sequence: string }>> {
  const sequences = new Map<ChannelEvent, { readonly sequence: string }>();
  for (const [channel, enveloped] of byChannel(events)) {
    const count = enveloped.length;
    const [row] = await tx
      .insert(outboxSequences)
      .values({ channel, last: count })
      .onConflictDoUpdate({
        target: outboxSequences.channel,
        set: { last: sql`${outboxSequences.last} + ${count}::int` },
      })
      .returning({ last: outboxSequences.last });
    const first = (row?.last ?? count) - count + 1;
    for (const [index, event] of enveloped.entries()) {
      sequences.set(event, { sequence: String(first + index).padStart(DIGITS, "0") });
    }
  }
  return sequences;
}

function byChannel(events: readonly ChannelEvent[]): ReadonlyMap<string, ChannelEvent[]> {
  const channels = new Map<string, ChannelEvent[]>();
  for (const event of events) {
    if (event.envelope === undefined) continue;
    const ofChannel = channels.get(event.channel);
    if (ofChannel === undefined) channels.set(event.channel, [event]);
    else ofChannel.push(event);
  }
  return channels;
}
