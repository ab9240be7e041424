// The tables of the demo's database.
import { outbox } from "@lockstep/outbox";
import {
  boolean,
  date,
  index,
  integer,
  pgTable,
  serial,
  text,
  timestamp,
} from "drizzle-orm/pg-core";

export { outbox };

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
  },
  (table) => [index("sessions_expiry").on(table.expiresAt)],
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

function instant(name: string) {
  return timestamp(name, { withTimezone: true });
}
