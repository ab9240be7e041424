// Claiming: marks rows as ours for a while, in one statement that several processes can run at once.
import { randomUUID } from "node:crypto";
import type { ChannelEvent } from "@lockstep/runtime";
import { type SQL, sql } from "drizzle-orm";
import type { OutboxDatabase } from "./outbox-database.ts";
import { outbox } from "./outbox-table.ts";

/** A row that is ours until its lease ends. */
export interface Claim {
  readonly rowId: number;
  /** What `locked_by` holds as long as the row is ours. */
  readonly lock: string;
  readonly event: ChannelEvent;
  /** This attempt's number, from 1. */
  readonly attempt: number;
}

export interface ClaimOptions {
  readonly limit: number;
  readonly leaseMs: number;
  /** Only channels that come after all of these in the database's order; every channel where there are none. */
  readonly after: readonly string[];
}

/**
 * Claims due events of as many channels as `limit` says, the channels in the database's order, and of each the first that
 * has not been sent. So a later event waits for an earlier one of its channel, also while that one is being sent elsewhere
 * or waits to be tried again.
 */
export async function claimEvents(db: OutboxDatabase, options: ClaimOptions): Promise<Claim[]> {
  const lock = randomUUID();
  const rows = await db
    .update(outbox)
    .set({
      lockedBy: lock,
      lockedUntil: inFuture(options.leaseMs),
      attempts: sql`${outbox.attempts} + 1`,
    })
    // an array is read once; an `in` may run its query, and lock rows, several times
    .where(sql`${outbox.id} = any(array(${claimableIds(options)}))`)
    .returning();
  return rows
    .sort((a, b) => a.id - b.id)
    .map((row) => ({ rowId: row.id, lock, event: toEvent(row), attempt: row.attempts }));
}

/** A moment of the database's clock, `delayMs` from now. */
export function inFuture(delayMs: number): SQL<Date> {
  return sql<Date>`now() + ${delayMs}::int * interval '1 millisecond'`;
}

// steps from each channel's first row to the next channel's, and no further than it must: neither a long queue nor many
// channels, nor the dead letters of years, make it slow
function claimableIds({ limit, after }: ClaimOptions): SQL {
  return sql`
    with recursive heads as (
      (
        select channel, id from outbox
        where dead_at is null and channel > ${lastOf(after)}
        order by channel, id limit 1
      )
      union all
      select next.channel, next.id
      from heads, lateral (
        select channel, id from outbox
        where dead_at is null and channel > heads.channel
        order by channel, id limit 1
      ) next
    )
    select due.id
    from heads, lateral (
      select id from outbox
      where id = heads.id
        and dead_at is null
        and available_at <= now()
        and (locked_until is null or locked_until <= now())
      for update skip locked
    ) due
    limit ${limit}`;
}

// only the database knows the order of its texts
function lastOf(channels: readonly string[]): SQL {
  const texts = channels.map((channel) => sql`${channel}::text`);
  return sql`greatest(${sql.join([sql`''`, ...texts], sql`, `)})`;
}

function toEvent(row: typeof outbox.$inferSelect): ChannelEvent {
  const event = { id: row.eventId, channel: row.channel, name: row.name, data: row.payload };
  return row.envelope === null ? event : { ...event, envelope: row.envelope };
}
