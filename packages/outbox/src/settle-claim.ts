// What becomes of a claimed row; each function changes it only while the claim still holds it.
import { and, eq, sql } from "drizzle-orm";
import { type Claim, inFuture } from "./claim-events.ts";
import type { OutboxDatabase } from "./outbox-database.ts";
import { outbox } from "./outbox-table.ts";

const MAX_ERROR_LENGTH = 1000;

/**
 * Answers a function for events that were sent: their rows go. What comes while it is at work goes together afterwards, so
 * that many requests that end at once cost one statement.
 */
export function createRemoveSent(db: OutboxDatabase): (claims: readonly Claim[]) => Promise<void> {
  let gathered: Claim[] = [];
  let last: Promise<void> = Promise.resolve();
  let next: Promise<void> | undefined;
  const removeGathered = async () => {
    const claims = gathered;
    gathered = [];
    next = undefined;
    await removeRows(db, claims);
  };
  return (claims) => {
    gathered.push(...claims);
    if (next === undefined) {
      next = last.then(removeGathered, removeGathered);
      last = next;
    }
    return next;
  };
}

async function removeRows(db: OutboxDatabase, claims: readonly Claim[]): Promise<void> {
  const rows = claims.map(({ rowId, lock }) => sql`(${rowId}::bigint, ${lock}::uuid)`);
  await db.execute(sql`
    delete from outbox using (values ${sql.join(rows, sql`, `)}) as sent (id, lock)
    where outbox.id = sent.id and outbox.locked_by = sent.lock`);
}

/** The event is tried again after `delayMs`. */
export async function releaseForRetry(
  db: OutboxDatabase,
  claim: Claim,
  { delayMs, error }: { delayMs: number; error: unknown },
): Promise<void> {
  const lastError = textOf(error);
  await db
    .update(outbox)
    .set({ lockedBy: null, lockedUntil: null, availableAt: inFuture(delayMs), lastError })
    .where(isHeldBy(claim));
}

/** The event will never be sent: its row stays for people to look at, and its channel goes on. */
export async function buryDead(db: OutboxDatabase, claim: Claim, error: unknown): Promise<void> {
  const lastError = textOf(error);
  await db
    .update(outbox)
    .set({ lockedBy: null, lockedUntil: null, deadAt: sql`now()`, lastError })
    .where(isHeldBy(claim));
}

function isHeldBy({ rowId, lock }: Claim) {
  return and(eq(outbox.id, rowId), eq(outbox.lockedBy, lock));
}

function textOf(error: unknown): string {
  // PostgreSQL refuses NUL in text
  return String(error).replaceAll("\0", "").slice(0, MAX_ERROR_LENGTH);
}
