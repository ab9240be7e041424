// Sessions of guests: each is for one room, and ends with its time.
import { createHash } from "node:crypto";
import { and, eq, gt } from "drizzle-orm";
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

/** Opens a session and answers its token, which is stored nowhere. */
export async function openGuestSession(db: Database, roomId: number, now: Date): Promise<string> {
  const token = newToken();
  const expiresAt = new Date(now.getTime() + SESSION_DAYS * DAY_MS);
  await db.insert(guestSessions).values({ tokenHash: hashOfToken(token), roomId, expiresAt });
  return token;
}

/** Finds which guest holds a token, if its session has not ended. */
export async function findGuest(
  db: Database,
  token: string,
  now: Date,
): Promise<Guest | undefined> {
  const [row] = await db
    .select({ room: guestRooms, hotel: hotels, conversationId: guestConversations.id })
    .from(guestSessions)
    .innerJoin(guestRooms, eq(guestRooms.id, guestSessions.roomId))
    .innerJoin(guestConversations, eq(guestConversations.roomId, guestRooms.id))
    .innerJoin(hotels, eq(hotels.id, guestRooms.hotelId))
    .where(and(eq(guestSessions.tokenHash, hashOfToken(token)), gt(guestSessions.expiresAt, now)));
  if (row === undefined) return undefined;
  const { room, hotel, conversationId } = row;
  const { id: roomId, roomNumber, guestName: name } = room;
  return { roomId, roomNumber, name, hotel, conversationId, stayId: stayIdOf(room.pinHash) };
}

// every stay has a PIN of its own, and each hash a salt: this tells stays apart, and nothing of the PIN
function stayIdOf(pinHash: string): string {
  return createHash("sha256").update(`stay ${pinHash}`).digest("base64url").slice(0, 22);
}

/** Ends a session now; its row goes with its connections (`createSessionsEnd`). */
export async function closeGuestSession(db: Database, token: string, now: Date): Promise<void> {
  await db
    .update(guestSessions)
    .set({ expiresAt: now })
    .where(eq(guestSessions.tokenHash, hashOfToken(token)));
}
