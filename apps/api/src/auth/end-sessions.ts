// What ends with a session: its connections to the realtime server, then its row.
import { eq, lte } from "drizzle-orm";
import type { Database } from "../db/database.ts";
import { guestSessions, sessions } from "../db/schema.ts";
import type { AppDependencies } from "../http/app-env.ts";

const AT_ONCE = 100;

/**
 * Answers what ends the sessions whose time is over, by age or by their holders' wish. The row stays until the realtime
 * server has closed the connections, so that nothing is forgotten while it cannot be reached: the next call asks again.
 * Never rejects: what fails is logged.
 */
export function createSessionsEnd({
  db,
  now,
  connections,
  log,
}: Pick<AppDependencies, "db" | "now" | "connections" | "log">): () => Promise<void> {
  async function endAll(table: typeof sessions | typeof guestSessions): Promise<void> {
    for (const tokenHash of await listEnded(db, table, now())) {
      await connections?.end(tokenHash);
      await db.delete(table).where(eq(table.tokenHash, tokenHash));
    }
  }

  return async () => {
    try {
      await endAll(sessions);
      await endAll(guestSessions);
    } catch (error) {
      log.warn("connections not ended", { error });
    }
  };
}

async function listEnded(
  db: Database,
  table: typeof sessions | typeof guestSessions,
  now: Date,
): Promise<readonly string[]> {
  const rows = await db
    .select({ tokenHash: table.tokenHash })
    .from(table)
    .where(lte(table.expiresAt, now))
    .orderBy(table.expiresAt)
    .limit(AT_ONCE);
  return rows.map(({ tokenHash }) => tokenHash);
}
