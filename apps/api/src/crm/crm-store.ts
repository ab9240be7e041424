// Messages between users, and their conversations, in the database.
import { and, asc, desc, eq, exists, isNull, ne, or, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Viewer } from "../auth/sessions.ts";
import type { Database } from "../db/database.ts";
import { conversations, messages, users } from "../db/schema.ts";

export type CrmMessageRow = typeof messages.$inferSelect;

/** A user, as other users see them. */
export type PersonRow = Pick<typeof users.$inferSelect, "id" | "email" | "firstName" | "lastName">;

export interface SentMessageRow {
  readonly message: CrmMessageRow;
  readonly sender: PersonRow;
}

export interface ConversationRow {
  readonly id: number;
  /** The other one of the two. */
  readonly person: PersonRow;
  readonly last: CrmMessageRow;
  readonly unread: number;
}

const personColumns = {
  id: users.id,
  email: users.email,
  firstName: users.firstName,
  lastName: users.lastName,
};

export async function findPerson(db: Database, id: number): Promise<PersonRow | undefined> {
  const [row] = await db.select(personColumns).from(users).where(eq(users.id, id));
  return row;
}

/** The others who work for the same hotel, or for none as well; by name. */
export function listColleagues(
  db: Database,
  viewer: Pick<Viewer, "id" | "hotel">,
): Promise<PersonRow[]> {
  return db
    .select(personColumns)
    .from(users)
    .where(and(isColleagueOf(viewer), ne(users.id, viewer.id)))
    .orderBy(asc(users.firstName), asc(users.lastName), asc(users.id));
}

/** Says whether a user may write to another: to a colleague, or to who has written to them before. */
export async function mayWriteTo(
  db: Database,
  sender: Pick<Viewer, "id" | "hotel">,
  recipientId: number,
): Promise<boolean> {
  const hasWritten = db
    .select({ id: messages.id })
    .from(messages)
    .where(and(eq(messages.senderId, recipientId), eq(messages.recipientId, sender.id)));
  const rows = await db
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.id, recipientId), or(isColleagueOf(sender), exists(hasWritten))));
  return rows.length > 0;
}

function isColleagueOf({ hotel }: Pick<Viewer, "hotel">): SQL {
  return hotel === null ? isNull(users.hotelId) : eq(users.hotelId, hotel.id);
}

/** The newest `limit` messages that a user has sent or got, the newest first. */
export function listMessages(
  db: Database,
  userId: number,
  limit: number,
): Promise<SentMessageRow[]> {
  return db
    .select({ message: messages, sender: personColumns })
    .from(messages)
    .innerJoin(users, eq(users.id, messages.senderId))
    .where(or(eq(messages.senderId, userId), eq(messages.recipientId, userId)))
    .orderBy(desc(messages.id))
    .limit(limit);
}

/** The conversations of a user that have messages, the one with the newest message first. */
export async function listConversations(db: Database, userId: number): Promise<ConversationRow[]> {
  const last = alias(messages, "last");
  const isLast = eq(
    last.id,
    sql`(select max(${messages.id}) from ${messages} where ${messages.conversationId} = ${conversations.id})`,
  );
  const isUnread = and(
    eq(messages.conversationId, conversations.id),
    eq(messages.recipientId, userId),
    eq(messages.isRead, false),
  );
  const otherId = sql`case when ${conversations.firstUserId} = ${userId}
    then ${conversations.secondUserId} else ${conversations.firstUserId} end`;
  return db
    .select({
      id: conversations.id,
      person: personColumns,
      last,
      unread: sql<number>`(select count(*)::int from ${messages} where ${isUnread})`,
    })
    .from(conversations)
    .innerJoin(last, isLast)
    .innerJoin(users, eq(users.id, otherId))
    .where(or(eq(conversations.firstUserId, userId), eq(conversations.secondUserId, userId)))
    .orderBy(desc(last.id));
}

/** Finds the conversation of two users, or makes it. */
export async function openConversation(
  tx: Database,
  userIds: readonly [number, number],
): Promise<number> {
  const [firstUserId = 0, secondUserId = 0] = [...userIds].sort((a, b) => a - b);
  await tx.insert(conversations).values({ firstUserId, secondUserId }).onConflictDoNothing();
  const [row] = await tx
    .select({ id: conversations.id })
    .from(conversations)
    .where(
      and(eq(conversations.firstUserId, firstUserId), eq(conversations.secondUserId, secondUserId)),
    );
  if (row === undefined) throw new Error("conversations: no row for a written one");
  return row.id;
}

export async function insertMessage(
  tx: Database,
  row: typeof messages.$inferInsert,
): Promise<CrmMessageRow> {
  const [inserted] = await tx.insert(messages).values(row).returning();
  if (inserted === undefined) throw new Error("messages: no row for a written one");
  return inserted;
}

/** Reads a message that a user got, and keeps others from changing it until the transaction ends. */
export async function lockReceivedMessage(
  tx: Database,
  recipientId: number,
  id: number,
): Promise<CrmMessageRow | undefined> {
  const [row] = await tx
    .select()
    .from(messages)
    .where(and(eq(messages.id, id), eq(messages.recipientId, recipientId)))
    .for("update");
  return row;
}

export async function markRead(tx: Database, id: number): Promise<void> {
  await tx.update(messages).set({ isRead: true }).where(eq(messages.id, id));
}
