// Events that were given up: an operator sees them, mends what was wrong, and has them sent after all.
import { and, asc, inArray, isNotNull, sql } from "drizzle-orm";
import type { OutboxDatabase } from "./outbox-database.ts";
import { outbox } from "./outbox-table.ts";

/** An event that was refused for good. */
export interface DeadLetter {
  readonly eventId: string;
  readonly channel: string;
  readonly event: string;
  /** JSON text of the payload. */
  readonly data: string;
  readonly attempts: number;
  readonly deadAt: Date;
  /** What the last attempt was refused with. */
  readonly error: string | null;
}

/** @param limit how many at most. @default 100 */
export async function listDeadLetters(
  db: OutboxDatabase,
  { limit = 100 }: { readonly limit?: number } = {},
): Promise<DeadLetter[]> {
  const rows = await db
    .select()
    .from(outbox)
    .where(isNotNull(outbox.deadAt))
    .orderBy(asc(outbox.id))
    .limit(limit);
  return rows.map(({ eventId, channel, name, payload, attempts, deadAt, lastError }) => ({
    eventId,
    channel,
    event: name,
    data: payload,
    attempts,
    deadAt: deadAt as Date,
    error: lastError,
  }));
}

/**
 * Gives dead letters back to the relays, as if they had never been tried, with the ids that they had. In its channel
 * such an event goes before what still waits. Answers how many there were; ids of other events are left alone.
 */
export async function replayDeadLetters(
  db: OutboxDatabase,
  eventIds: readonly string[],
): Promise<number> {
  if (eventIds.length === 0) return 0;
  const replayed = await db
    .update(outbox)
    .set({ deadAt: null, attempts: 0, availableAt: sql`now()` })
    .where(and(isNotNull(outbox.deadAt), inArray(outbox.eventId, [...eventIds])))
    .returning({ id: outbox.id });
  return replayed.length;
}
