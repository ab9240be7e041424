// Writing events into the outbox, inside the transaction of the change that caused them.
import type { ChannelEvent } from "@lockstep/runtime";
import { sql } from "drizzle-orm";
import type { OutboxDatabase } from "./outbox-database.ts";
import { outbox } from "./outbox-table.ts";
import { takeSequences } from "./take-sequences.ts";

// first half of the advisory lock's key, so that other users of advisory locks are not met
const LOCK_SPACE = 0x10c57e9;

/**
 * Stores events that will be published once the transaction commits, and never if it does not.
 *
 * Until then it holds a lock on each channel, so that the events of one channel are published in the order of their
 * commits. Events given together keep their order. Those with an envelope get the next numbers of their channel as its
 * CloudEvents `sequence`.
 *
 * Give all events of a transaction in one call: two calls may lock channels in another order than another transaction,
 * and the database ends one of two that wait for each other.
 *
 * @param tx the transaction that makes the change; call `relay.notify()` after it has committed
 */
export async function appendToOutbox(
  tx: OutboxDatabase,
  events: ChannelEvent | readonly ChannelEvent[],
): Promise<void> {
  const list: readonly ChannelEvent[] = "channel" in events ? [events] : events;
  if (list.length === 0) return;
  await lockChannels(tx, [...new Set(list.map((event) => event.channel))]);
  const sequences = await takeSequences(tx, list);
  await tx.insert(outbox).values(
    list.map((event) => ({
      eventId: event.id,
      channel: event.channel,
      name: event.name,
      payload: event.data,
      envelope: event.envelope ? { ...event.envelope, ...sequences.get(event) } : null,
    })),
  );
}

// by the number that is locked, so that two callers cannot wait for each other, also where two names share one
async function lockChannels(tx: OutboxDatabase, channels: readonly string[]): Promise<void> {
  const names = sql.join(
    channels.map((channel) => sql`${channel}::text`),
    sql`, `,
  );
  await tx.execute(sql`
    select pg_advisory_xact_lock(${LOCK_SPACE}::int, number)
    from (select distinct hashtext(name) as number from unnest(array[${names}]) as name order by number) as locks`);
}
