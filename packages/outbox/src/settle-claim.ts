// What becomes of a claimed row; each function changes it only while the claim still holds it.
import { and, eq, inArray, sql } from "drizzle-orm";
import { type Claim, inFuture } from "./claim-events.ts";
import type { OutboxDatabase } from "./outbox-database.ts";
import { outbox } from "./outbox-table.ts";

const MAX_ERROR_LENGTH = 1000;

/** The events were sent: their rows go. The claims are of one lock. */
export async function removeSent(db: OutboxDatabase, claims: readonly Claim[]): Promise<void> {
  const [{ lock } = { lock: "" }] = claims;
  const ids = claims.map(({ rowId }) => rowId);
  await db.delete(outbox).where(and(inArray(outbox.id, ids), eq(outbox.lockedBy, lock)));
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
