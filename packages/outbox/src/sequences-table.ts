// The table with a row for each channel: its lock, and the count of its events, so that a subscriber can see that it
// missed one.
import { bigint, pgTable, text } from "drizzle-orm/pg-core";
import type { ColumnKind, Table } from "./table-types.ts";

interface SequencesColumns {
  readonly channel: ColumnKind<string, true, false>;
  /** Number of the channel's last event with an envelope, 0 before the first. */
  readonly last: ColumnKind<number, true, false>;
}

/** The table `outbox_sequences`, as a drizzle table. */
export type OutboxSequencesTable = Table<"outbox_sequences", SequencesColumns>;

/** One row for each channel that has had events. Export it from your drizzle schema too. */
export const outboxSequences: OutboxSequencesTable = pgTable("outbox_sequences", {
  channel: text("channel").primaryKey(),
  last: bigint("last", { mode: "number" }).notNull(),
}) as unknown as OutboxSequencesTable;
