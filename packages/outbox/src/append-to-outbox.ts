// Writing events into the outbox, inside the transaction of the change that caused them.
import type { ChannelEvent } from "@lockstep/runtime";
import { type SQL, sql } from "drizzle-orm";
import type { OutboxDatabase } from "./outbox-database.ts";

// CloudEvents wants a text that sorts like the numbers do
const SEQUENCE_DIGITS = 12;

/**
 * Stores events that will be published once the transaction commits, and never if it does not.
 *
 * Until then it holds a lock on each channel, so that the events of one channel are published in the order of their
 * commits. Events given together keep their order. Those with an envelope get the next numbers of their channel as its
 * CloudEvents `sequence`; what is rolled back leaves no gap.
 *
 * Give all events of a transaction in one call: two calls may lock channels in another order than another transaction,
 * and the database ends one of two that wait for each other. In a transaction that is `repeatable read` or above, it ends
 * one of two that append to a channel at once, as it does for any row that both change.
 *
 * @param tx the transaction that makes the change; call `relay.notify()` after it has committed
 * @see https://github.com/cloudevents/spec/blob/main/cloudevents/extensions/sequence.md
 */
export async function appendToOutbox(
  tx: OutboxDatabase,
  events: ChannelEvent | readonly ChannelEvent[],
): Promise<void> {
  const list: readonly ChannelEvent[] = "channel" in events ? [events] : events;
  if (list.length === 0) return;
  const { counts, behind } = countEnvelopes(list);
  // always in this order, so that no two callers wait for each other
  const channels = [...counts].sort(([a], [b]) => (a < b ? -1 : 1));
  // a channel's row in `outbox_sequences` is its lock and its counter; no event is numbered before all are held
  await tx.execute(sql`
    with taken as (
      insert into outbox_sequences (channel, last)
      values ${joined(channels, ([channel, count]) => sql`(${channel}, ${count}::int)`)}
      on conflict (channel) do update set last = outbox_sequences.last + excluded.last
      returning channel, last
    )
    insert into outbox (event_id, channel, name, payload, envelope)
    select id, channel, name, data,
      envelope || jsonb_build_object(
        'sequence', lpad((last - behind)::text, ${SEQUENCE_DIGITS}::int, '0')
      )
    from (values ${joined(list, (event, place) => toRow(event, place, behind[place] ?? 0))})
      as event (place, id, channel, name, data, envelope, behind)
    join taken using (channel)
    order by place`);
}

interface Envelopes {
  /** For each channel, how many of its events have one. */
  readonly counts: ReadonlyMap<string, number>;
  /** For each event, how many with one follow in its channel. */
  readonly behind: readonly number[];
}

function countEnvelopes(events: readonly ChannelEvent[]): Envelopes {
  const counts = new Map<string, number>();
  const behind = events.toReversed().map(({ channel, envelope }) => {
    const count = counts.get(channel) ?? 0;
    counts.set(channel, envelope === undefined ? count : count + 1);
    return count;
  });
  return { counts, behind: behind.reverse() };
}

function toRow({ id, channel, name, data, envelope }: ChannelEvent, place: number, behind: number) {
  const attributes = envelope === undefined ? null : JSON.stringify(envelope);
  return sql`(${place}::int, ${id}::uuid, ${channel}::text, ${name}::text, ${data}::text,
    ${attributes}::text::jsonb, ${behind}::int)`;
}

function joined<Item>(items: readonly Item[], toSql: (item: Item, index: number) => SQL): SQL {
  return sql.join(items.map(toSql), sql`, `);
}
