// Staff conversations and their messages in the database.
import { and, asc, desc, eq } from "drizzle-orm";
import type { Database } from "../db/database.ts";
import { staffConversations, staffMessages, users } from "../db/schema.ts";

export type StaffConversationRow = typeof staffConversations.$inferSelect;

export interface StaffMessageRow {
  readonly message: typeof staffMessages.$inferSelect;
  readonly sender: { readonly firstName: string; readonly lastName: string };
}

const columns = {
  message: staffMessages,
  sender: { firstName: users.firstName, lastName: users.lastName },
};

/** By id, the oldest first. */
export function listStaffConversations(
  db: Database,
  hotelId: number,
): Promise<StaffConversationRow[]> {
  return db
    .select()
    .from(staffConversations)
    .where(eq(staffConversations.hotelId, hotelId))
    .orderBy(asc(staffConversations.id));
}

/** The last message of each conversation that has one. */
export function listLastStaffMessages(db: Database, hotelId: number): Promise<StaffMessageRow[]> {
  return db
    .selectDistinctOn([staffMessages.conversationId], columns)
    .from(staffMessages)
    .innerJoin(users, eq(users.id, staffMessages.senderId))
    .innerJoin(staffConversations, eq(staffConversations.id, staffMessages.conversationId))
    .where(eq(staffConversations.hotelId, hotelId))
    .orderBy(staffMessages.conversationId, desc(staffMessages.id));
}

/** Answers `undefined` for a conversation of another hotel. */
export async function findStaffConversation(
  db: Database,
  hotelId: number,
  id: number,
): Promise<StaffConversationRow | undefined> {
  const [row] = await db
    .select()
    .from(staffConversations)
    .where(and(eq(staffConversations.hotelId, hotelId), eq(staffConversations.id, id)));
  return row;
}

/** The newest `limit` messages, in the order in which they were written. */
export async function listStaffMessages(
  db: Database,
  conversationId: number,
  limit: number,
): Promise<StaffMessageRow[]> {
  const newest = await db
    .select(columns)
    .from(staffMessages)
    .innerJoin(users, eq(users.id, staffMessages.senderId))
    .where(eq(staffMessages.conversationId, conversationId))
    .orderBy(desc(staffMessages.id))
    .limit(limit);
  return newest.reverse();
}

export async function insertStaffMessage(
  tx: Database,
  row: typeof staffMessages.$inferInsert,
): Promise<StaffMessageRow["message"]> {
  const [inserted] = await tx.insert(staffMessages).values(row).returning();
  if (inserted === undefined) throw new Error("staff messages: no row for a written one");
  return inserted;
}
