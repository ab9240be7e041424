// Sessions of guests: each is for one stay in one room, and ends with it or with its time.
import { and, eq, gt, isNull } from "drizzle-orm";
import type { Database } from "../db/database.ts";
import { guestConversations, guestRooms, guestSessions, hotels } from "../db/schema.ts";
import type { Hotel } from "../hotels/require-hotel-staff.ts";
import { hashOfToken, newToken } from "./token.ts";

/** The guest of a room. */
export interface Guest {
  readonly roomId: number;
  readonly roomNumber: number;
  readonly name: string;
  readonly hotel: Hotel;
  /** The room's conversation with the reception. */
  readonly conversationId: number;
  /** Another one for the next guest of the room. */
  readonly stayId: string;
}

const SESSION_DAYS = 7;
const DAY_MS = 86_400_000;

/** Opens a session and answers its token, which is stored nowhere. `stayId` is the stay whose PIN was given. */
export async function openGuestSession(
  db: Database,
  { id: roomId, stayId }: Pick<typeof guestRooms.$inferSelect, "id" | "stayId">,
  now: Date,
): Promise<string> {
  const token = newToken();
  const expiresAt = new Date(now.getTime() + SESSION_DAYS * DAY_MS);
  const tokenHash = hashOfToken(token);
  await db.insert(guestSessions).values({ tokenHash, roomId, stayId, expiresAt });
  return token;
}

/** Finds which guest holds a token, if its session has not ended and the room has no other guest. */
export async function findGuest(
  db: Database,
  token: string,
  now: Date,
): Promise<Guest | undefined> {
  const [row] = await db
    .select({ room: guestRooms, hotel: hotels, conversationId: guestConversations.id })
    .from(guestSessions)
    .innerJoin(
      guestRooms,
      and(eq(guestRooms.id, guestSessions.roomId), eq(guestRooms.stayId, guestSessions.stayId)),
    )
    .innerJoin(guestConversations, eq(guestConversations.roomId, guestRooms.id))
    .innerJoin(hotels, eq(hotels.id, guestRooms.hotelId))
    .where(
      and(
        eq(guestSessions.tokenHash, hashOfToken(token)),
        isNull(guestSessions.endedAt),
        gt(guestSessions.expiresAt, now),
      ),
    );
  if (row === undefined) return undefined;
  const { room, hotel, conversationId } = row;
  const { id: roomId, roomNumber, guestName: name, stayId } = room;
  return { roomId, roomNumber, name, hotel, conversationId, stayId };
}

/** Ends a session, whatever the clocks of other processes say; its row goes with its connections (`createSessionsEnd`). */
export async function closeGuestSession(db: Database, token: string, now: Date): Promise<void> {
  await db
    .update(guestSessions)
    .set({ endedAt: now })
    .where(eq(guestSessions.tokenHash, hashOfToken(token)));
}
