// The tables of the demo's database.
import { outbox, outboxSequences } from "@lockstep/outbox";
import { sql } from "drizzle-orm";
import {
  boolean,
  date,
  index,
  integer,
  pgTable,
  primaryKey,
  serial,
  text,
  timestamp,
  uniqueIndex,
} from "drizzle-orm/pg-core";

export { outbox, outboxSequences };

export const hotels = pgTable("hotels", {
  id: serial("id").primaryKey(),
  slug: text("slug").notNull().unique(),
  name: text("name").notNull(),
});

/** People with an e-mail address and a password: staff of a hotel, or nobody's staff. */
export const users = pgTable("users", {
  id: serial("id").primaryKey(),
  email: text("email").notNull().unique(),
  passwordHash: text("password_hash").notNull(),
  firstName: text("first_name").notNull(),
  lastName: text("last_name").notNull(),
  /** The hotel that this person works for. */
  hotelId: integer("hotel_id").references(() => hotels.id),
});

export const sessions = pgTable(
  "sessions",
  {
    /** SHA-256 of the token; the token itself is stored nowhere. */
    tokenHash: text("token_hash").primaryKey(),
    userId: integer("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    expiresAt: instant("expires_at").notNull(),
    /** When it was seen to be over; the row stays until its connections are closed. */
    endedAt: instant("ended_at"),
  },
  (table) => [
    index("sessions_expiry").on(table.expiresAt),
    index("sessions_ended").on(table.tokenHash).where(sql`${table.endedAt} is not null`),
  ],
);

export const offers = pgTable(
  "offers",
  {
    id: serial("id").primaryKey(),
    hotelId: integer("hotel_id")
      .notNull()
      .references(() => hotels.id),
    title: text("title").notNull(),
    shortDescription: text("short_description").notNull().default(""),
    detailsText: text("details_text").notNull().default(""),
    validFrom: date("valid_from", { mode: "string" }),
    validTo: date("valid_to", { mode: "string" }),
    isActive: boolean("is_active").notNull().default(true),
    sortOrder: integer("sort_order").notNull().default(0),
    /** Name of the image in the image storage. */
    photo: text("photo"),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
  },
  (table) => [index("offers_of_hotel").on(table.hotelId, table.sortOrder)],
);

/** Conversations between the staff of one hotel. */
export const staffConversations = pgTable(
  "staff_conversations",
  {
    id: serial("id").primaryKey(),
    hotelId: integer("hotel_id")
      .notNull()
      .references(() => hotels.id),
    title: text("title").notNull(),
  },
  (table) => [index("staff_conversations_of_hotel").on(table.hotelId)],
);

export const staffMessages = pgTable(
  "staff_messages",
  {
    id: serial("id").primaryKey(),
    conversationId: integer("conversation_id")
      .notNull()
      .references(() => staffConversations.id),
    senderId: integer("sender_id")
      .notNull()
      .references(() => users.id),
    text: text("text").notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [index("staff_messages_of_conversation").on(table.conversationId, table.id)],
);

/** Rooms whose guest may chat with the reception. */
export const guestRooms = pgTable(
  "guest_rooms",
  {
    id: serial("id").primaryKey(),
    hotelId: integer("hotel_id")
      .notNull()
      .references(() => hotels.id),
    roomNumber: integer("room_number").notNull(),
    guestName: text("guest_name").notNull(),
    pinHash: text("pin_hash").notNull(),
    /** Another one for each stay, since each has a PIN of its own and each hash a salt; tells nothing of the PIN. */
    stayId: text("stay_id")
      .notNull()
      .generatedAlwaysAs(
        sql`substr(translate(encode(sha256(('stay ' || "pin_hash")::bytea), 'base64'), '+/', '-_'), 1, 22)`,
      ),
  },
  (table) => [uniqueIndex("guest_rooms_number").on(table.hotelId, table.roomNumber)],
);

export const guestSessions = pgTable(
  "guest_sessions",
  {
    /** SHA-256 of the token; the token itself is stored nowhere. */
    tokenHash: text("token_hash").primaryKey(),
    roomId: integer("room_id")
      .notNull()
      .references(() => guestRooms.id, { onDelete: "cascade" }),
    /** The room's stay at the log-in: the session is over where the room has another. */
    stayId: text("stay_id").notNull(),
    expiresAt: instant("expires_at").notNull(),
    /** When it was seen to be over; the row stays until its connections are closed. */
    endedAt: instant("ended_at"),
  },
  (table) => [
    index("guest_sessions_expiry").on(table.expiresAt),
    index("guest_sessions_ended").on(table.tokenHash).where(sql`${table.endedAt} is not null`),
  ],
);

/** The one conversation of each room with the reception. */
export const guestConversations = pgTable("guest_conversations", {
  id: serial("id").primaryKey(),
  roomId: integer("room_id")
    .notNull()
    .unique()
    .references(() => guestRooms.id),
});

export const guestMessages = pgTable(
  "guest_messages",
  {
    id: serial("id").primaryKey(),
    conversationId: integer("conversation_id")
      .notNull()
      .references(() => guestConversations.id),
    senderType: text("sender_type", { enum: ["staff", "guest"] }).notNull(),
    /** As it was when the message was written. */
    senderName: text("sender_name").notNull(),
    message: text("message").notNull(),
    createdAt: instant("created_at").notNull(),
    /** When it went out to the room, whether or not the guest was there; absent for what a guest wrote. */
    deliveredAt: instant("delivered_at"),
    /** From when on any process may notify the guest, if absent; null once that is done, and for what a guest wrote. */
    notifyAt: instant("notify_at"),
  },
  (table) => [
    index("guest_messages_of_conversation").on(table.conversationId, table.id),
    index("guest_messages_to_notify").on(table.notifyAt).where(sql`${table.notifyAt} is not null`),
  ],
);

/** What two users have written to each other; the one with the smaller id comes first. */
export const conversations = pgTable(
  "conversations",
  {
    id: serial("id").primaryKey(),
    firstUserId: integer("first_user_id")
      .notNull()
      .references(() => users.id),
    secondUserId: integer("second_user_id")
      .notNull()
      .references(() => users.id),
  },
  (table) => [
    uniqueIndex("conversations_of_pair").on(table.firstUserId, table.secondUserId),
    index("conversations_of_second_user").on(table.secondUserId),
  ],
);

export const messages = pgTable(
  "messages",
  {
    id: serial("id").primaryKey(),
    conversationId: integer("conversation_id")
      .notNull()
      .references(() => conversations.id),
    senderId: integer("sender_id")
      .notNull()
      .references(() => users.id),
    recipientId: integer("recipient_id")
      .notNull()
      .references(() => users.id),
    subject: text("subject").notNull(),
    content: text("content").notNull(),
    createdAt: instant("created_at").notNull(),
    isRead: boolean("is_read").notNull().default(false),
  },
  (table) => [
    index("messages_of_conversation").on(table.conversationId, table.id),
    index("messages_of_sender").on(table.senderId, table.id),
    index("messages_of_recipient").on(table.recipientId, table.id),
  ],
);

/** Answers to requests that bore an `Idempotency-Key`, so that each is carried out once. */
export const idempotentAnswers = pgTable(
  "idempotent_answers",
  {
    /** Who asked: keys of others are other keys. */
    holder: text("holder").notNull(),
    key: text("key").notNull(),
    /** SHA-256 of what was asked. */
    fingerprint: text("fingerprint").notNull(),
    /** The body, as JSON text. */
    answer: text("answer").notNull(),
    expiresAt: instant("expires_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.holder, table.key] }),
    index("idempotent_answers_expiry").on(table.expiresAt),
  ],
);

function instant(name: string) {
  return timestamp(name, { withTimezone: true });
}
