// Conversations with guests and their messages in the database.
import { and, asc, desc, eq, inArray, lte } from "drizzle-orm";
import type { Database } from "../db/database.ts";
import { guestConversations, guestMessages, guestRooms, hotels } from "../db/schema.ts";

export interface GuestConversationRow {
  readonly id: number;
  readonly roomNumber: number;
  readonly guestName: string;
}

export type GuestMessageRow = typeof guestMessages.$inferSelect;

const columns = {
  id: guestConversations.id,
  roomNumber: guestRooms.roomNumber,
  guestName: guestRooms.guestName,
};

/** By the number of the room. */
export function listGuestConversations(
  db: Database,
  hotelId: number,
): Promise<GuestConversationRow[]> {
  return db
    .select(columns)
    .from(guestConversations)
    .innerJoin(guestRooms, eq(guestRooms.id, guestConversations.roomId))
    .where(eq(guestRooms.hotelId, hotelId))
    .orderBy(asc(guestRooms.roomNumber));
}

/** Answers `undefined` for a conversation of another hotel. */
export async function findGuestConversation(
  db: Database,
  hotelId: number,
  id: number,
): Promise<GuestConversationRow | undefined> {
  const [row] = await db
    .select(columns)
    .from(guestConversations)
    .innerJoin(guestRooms, eq(guestRooms.id, guestConversations.roomId))
    .where(and(eq(guestRooms.hotelId, hotelId), eq(guestConversations.id, id)));
  return row;
}

/** Answers `undefined` for a room that the hotel does not have. */
export async function findGuestRoom(
  db: Database,
  hotelId: number,
  roomNumber: number,
): Promise<GuestConversationRow | undefined> {
  const [row] = await db
    .select(columns)
    .from(guestConversations)
    .innerJoin(guestRooms, eq(guestRooms.id, guestConversations.roomId))
    .where(and(eq(guestRooms.hotelId, hotelId), eq(guestRooms.roomNumber, roomNumber)));
  return row;
}

/** The last message of each conversation that has one. */
export async function listLastGuestMessages(
  db: Database,
  hotelId: number,
): Promise<GuestMessageRow[]> {
  const rows = await db
    .selectDistinctOn([guestMessages.conversationId], { message: guestMessages })
    .from(guestMessages)
    .innerJoin(guestConversations, eq(guestConversations.id, guestMessages.conversationId))
    .innerJoin(guestRooms, eq(guestRooms.id, guestConversations.roomId))
    .where(eq(guestRooms.hotelId, hotelId))
    .orderBy(guestMessages.conversationId, desc(guestMessages.id));
  return rows.map(({ message }) => message);
}

/** The newest `limit` messages, in the order in which they were written. */
export async function listGuestMessages(
  db: Database,
  conversationId: number,
  limit: number,
): Promise<GuestMessageRow[]> {
  const newest = await db
    .select()
    .from(guestMessages)
    .where(eq(guestMessages.conversationId, conversationId))
    .orderBy(desc(guestMessages.id))
    .limit(limit);
  return newest.reverse();
}

export async function insertGuestMessage(
  tx: Database,
  row: typeof guestMessages.$inferInsert,
): Promise<GuestMessageRow> {
  const [inserted] = await tx.insert(guestMessages).values(row).returning();
  if (inserted === undefined) throw new Error("guest messages: no row for a written one");
  return inserted;
}

/** A message of which the guest has not been told yet, and where. */
export interface UntoldMessageRow {
  readonly message: GuestMessageRow;
  readonly roomNumber: number;
  readonly hotelSlug: string;
}

/** The messages whose `notifyAt` has come, oldest first, put off until `until` so that no other process takes them. */
export function claimUntoldMessages(
  db: Database,
  { now, until, limit }: { readonly now: Date; readonly until: Date; readonly limit: number },
): Promise<UntoldMessageRow[]> {
  return db.transaction(async (tx) => {
    const due = await tx
      .select({ message: guestMessages, roomNumber: guestRooms.roomNumber, hotelSlug: hotels.slug })
      .from(guestMessages)
      .innerJoin(guestConversations, eq(guestConversations.id, guestMessages.conversationId))
      .innerJoin(guestRooms, eq(guestRooms.id, guestConversations.roomId))
      .innerJoin(hotels, eq(hotels.id, guestRooms.hotelId))
      .where(lte(guestMessages.notifyAt, now))
      .orderBy(asc(guestMessages.id))
      .limit(limit)
      .for("update", { of: guestMessages, skipLocked: true });
    const ids = due.map(({ message }) => message.id);
    if (ids.length > 0) {
      await tx.update(guestMessages).set({ notifyAt: until }).where(inArray(guestMessages.id, ids));
    }
    return due;
  });
}

export async function markTold(db: Database, id: number): Promise<void> {
  await db.update(guestMessages).set({ notifyAt: null }).where(eq(guestMessages.id, id));
}
