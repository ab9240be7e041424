// Sessions of users: a random token for the caller, its hash and its end in the database.
import { and, eq, gt, isNull } from "drizzle-orm";
import type { Database } from "../db/database.ts";
import { hotels, sessions, users } from "../db/schema.ts";
import { hashOfToken, newToken } from "./token.ts";

/** Who is asking. */
export interface Viewer {
  readonly id: number;
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
  /** The hotel that this person works for. */
  readonly hotel: { readonly id: number; readonly slug: string; readonly name: string } | null;
}

const SESSION_DAYS = 14;
const DAY_MS = 86_400_000;

/** Opens a session and answers its token, which is stored nowhere. */
export async function openSession(db: Database, userId: number, now: Date): Promise<string> {
  const token = newToken();
  const expiresAt = new Date(now.getTime() + SESSION_DAYS * DAY_MS);
  await db.insert(sessions).values({ tokenHash: hashOfToken(token), userId, expiresAt });
  return token;
}

/** Finds who holds a token, if its session has not ended. */
export async function findViewer(
  db: Database,
  token: string,
  now: Date,
): Promise<Viewer | undefined> {
  const [row] = await db
    .select({ user: users, hotel: hotels })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .leftJoin(hotels, eq(hotels.id, users.hotelId))
    .where(
      and(
        eq(sessions.tokenHash, hashOfToken(token)),
        isNull(sessions.endedAt),
        gt(sessions.expiresAt, now),
      ),
    );
  if (row === undefined) return undefined;
  const { id, email, firstName, lastName } = row.user;
  return { id, email, firstName, lastName, hotel: row.hotel };
}

/** Ends a session, whatever the clocks of other processes say; its row goes with its connections (`createSessionsEnd`). */
export async function closeSession(db: Database, token: string, now: Date): Promise<void> {
  await db
    .update(sessions)
    .set({ endedAt: now })
    .where(eq(sessions.tokenHash, hashOfToken(token)));
}
