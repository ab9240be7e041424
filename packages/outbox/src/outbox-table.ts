// The table that holds events between the commit that caused them and their publishing.
import type { EventAttributes } from "@lockstep/runtime";
import { sql } from "drizzle-orm";
import {
  bigserial,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  timestamp,
  uuid,
} from "drizzle-orm/pg-core";
import type { ColumnKind, Table } from "./table-types.ts";

interface OutboxColumns {
  /** Order of the events; within one channel it is the order of their commits. */
  readonly id: ColumnKind<number, true, true>;
  /** `ChannelEvent.id`: the same for every attempt. */
  readonly eventId: ColumnKind<string, true, false>;
  readonly channel: ColumnKind<string, true, false>;
  readonly name: ColumnKind<string, true, false>;
  /** `ChannelEvent.data`, the JSON text exactly as it will be sent. */
  readonly payload: ColumnKind<string, true, false>;
  readonly envelope: ColumnKind<EventAttributes, false, false>;
  /** Claims so far, the one under way included. */
  readonly attempts: ColumnKind<number, true, true>;
  /** Not claimed before this. */
  readonly availableAt: ColumnKind<Date, true, true>;
  /** End of the lease of `lockedBy`; after it anyone may claim the row. */
  readonly lockedUntil: ColumnKind<Date, false, false>;
  /** The claim that holds the row. */
  readonly lockedBy: ColumnKind<string, false, false>;
  /** When the event was given up; such a row is kept, and no longer holds back its channel. */
  readonly deadAt: ColumnKind<Date, false, false>;
  readonly lastError: ColumnKind<string, false, false>;
  readonly createdAt: ColumnKind<Date, true, true>;
}

/** The table `outbox`, as a drizzle table. */
export type OutboxTable = Table<"outbox", OutboxColumns>;

/** The table of waiting events. Export it from your drizzle schema, so that your migrations create it. */
export const outbox: OutboxTable = pgTable(
  "outbox",
  {
    id: bigserial("id", { mode: "number" }).primaryKey(),
    eventId: uuid("event_id").notNull().unique(),
    channel: text("channel").notNull(),
    name: text("name").notNull(),
    payload: text("payload").notNull(),
    envelope: jsonb("envelope").$type<EventAttributes>(),
    attempts: integer("attempts").notNull().default(0),
    availableAt: instant("available_at").notNull().defaultNow(),
    lockedUntil: instant("locked_until"),
    lockedBy: uuid("locked_by"),
    deadAt: instant("dead_at"),
    lastError: text("last_error"),
    createdAt: instant("created_at").notNull().defaultNow(),
  },
  (table) => [
    index("outbox_waiting").on(table.channel, table.id).where(sql`${table.deadAt} is null`),
  ],
) as unknown as OutboxTable;

function instant(name: string) {
  return timestamp(name, { withTimezone: true });
}
