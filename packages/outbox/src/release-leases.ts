// Taking over from a process that has ended, where no other one can be at work.
import { isNotNull } from "drizzle-orm";
import type { OutboxDatabase } from "./outbox-database.ts";
import { outbox } from "./outbox-table.ts";

/**
 * Ends every lease, so that what an ended process had claimed is sent at once, and not after its lease.
 *
 * Call it before `relay.start()`, and only where no other relay can be at work: on PGlite, once this process holds the
 * folder. Beside another relay it would have the events that are being sent there sent a second time.
 */
export async function releaseLeases(db: OutboxDatabase): Promise<void> {
  await db
    .update(outbox)
    .set({ lockedBy: null, lockedUntil: null })
    .where(isNotNull(outbox.lockedBy));
}
