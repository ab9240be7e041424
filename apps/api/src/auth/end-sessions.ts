// What ends with a session: its connections to the realtime server, then its row.
import {
  and,
  asc,
  eq,
  gt,
  isNotNull,
  isNull,
  lte,
  notExists,
  or,
  type SQL,
  sql,
} from "drizzle-orm";
import type { Database } from "../db/database.ts";
import { guestRooms, guestSessions, sessions } from "../db/schema.ts";
import type { AppDependencies } from "../http/app-env.ts";

/** Neither function rejects: what fails is logged. */
export interface SessionsEnd {
  /** Ends a session that its holder has just closed. What fails is left to `endAll`. */
  endOne(tokenHash: string): Promise<void>;
  /**
   * Ends the sessions whose time or stay is over, and those that are closed. The row of each stays until the realtime
   * server has closed the connections, so that nothing is forgotten while it cannot be reached; what it still refuses a
   * day later is given up. Calls at the same time are one.
   */
  endAll(): Promise<void>;
}

type SessionTable = typeof sessions | typeof guestSessions;

const AT_ONCE = 20;
const GIVEN_UP_AFTER_MS = 86_400_000;

export function createSessionsEnd({
  db,
  now,
  connections,
  log,
}: Pick<AppDependencies, "db" | "now" | "connections" | "log">): SessionsEnd {
  async function end(tokenHash: string): Promise<void> {
    await connections?.end(tokenHash);
    await forget(db, tokenHash);
  }

  async function endEvery(table: SessionTable): Promise<void> {
    const refused: unknown[] = [];
    const givenUp: unknown[] = [];
    const before = new Date(now().getTime() - GIVEN_UP_AFTER_MS);
    for await (const ended of listEnded(db, table)) {
      const ending = ended.map(async ({ tokenHash, endedAt }) => {
        try {
          await end(tokenHash);
        } catch (error) {
          const isOld = endedAt !== null && endedAt <= before;
          (isOld ? givenUp : refused).push(error);
          if (isOld) await forget(db, tokenHash);
        }
      });
      await Promise.all(ending);
    }
    tell("connections not ended, to be tried again", refused);
    tell("connections not ended for a day, given up", givenUp);
  }

  // one line however many: they mostly fail together
  function tell(message: string, errors: readonly unknown[]): void {
    const [error] = errors;
    if (errors.length > 0) log.warn(message, { sessions: errors.length, error });
  }

  async function run(): Promise<void> {
    try {
      await markEnded(db, now());
      await endEvery(sessions);
      await endEvery(guestSessions);
    } catch (error) {
      log.warn("sessions not ended", { error });
    }
  }

  let running: Promise<void> | undefined;
  return {
    async endOne(tokenHash) {
      await end(tokenHash).catch((error) =>
        tell("connections not ended, to be tried again", [error]),
      );
    },
    endAll() {
      running ??= run().finally(() => {
        running = undefined;
      });
      return running;
    },
  };
}

async function markEnded(db: Database, now: Date): Promise<void> {
  const mark = (table: SessionTable, isOver?: SQL) =>
    db
      .update(table)
      .set({ endedAt: now })
      .where(and(isNull(table.endedAt), or(lte(table.expiresAt, now), isOver)));
  const sameStay = db
    .select({ one: sql`1` })
    .from(guestRooms)
    .where(
      and(eq(guestRooms.id, guestSessions.roomId), eq(guestRooms.stayId, guestSessions.stayId)),
    );
  await mark(sessions);
  await mark(guestSessions, notExists(sameStay));
}

async function* listEnded(db: Database, table: SessionTable) {
  for (let after = ""; ; ) {
    const rows = await db
      .select({ tokenHash: table.tokenHash, endedAt: table.endedAt })
      .from(table)
      .where(and(isNotNull(table.endedAt), gt(table.tokenHash, after)))
      .orderBy(asc(table.tokenHash))
      .limit(AT_ONCE);
    const last = rows.at(-1);
    if (last === undefined) return;
    yield rows;
    after = last.tokenHash;
  }
}

// the hash of a random token is in one of the two at most
async function forget(db: Database, tokenHash: string): Promise<void> {
  await db.delete(sessions).where(eq(sessions.tokenHash, tokenHash));
  await db.delete(guestSessions).where(eq(guestSessions.tokenHash, tokenHash));
}
