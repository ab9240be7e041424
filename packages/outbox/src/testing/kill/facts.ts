// What each process writes beside its events: one row for each, to compare with what arrived.
import { sql } from "drizzle-orm";
import { bigserial, pgTable, text, uuid } from "drizzle-orm/pg-core";
import type { OutboxDatabase } from "../../outbox-database.ts";
import type { ColumnKind, Table } from "../../table-types.ts";

interface FactColumns {
  readonly number: ColumnKind<number, true, true>;
  readonly eventId: ColumnKind<string, true, false>;
  readonly channel: ColumnKind<string, true, false>;
}

/** Within a channel the numbers rise in the order of the commits, where the channel's lock is held. */
export const facts: Table<"facts", FactColumns> = pgTable("facts", {
  number: bigserial("number", { mode: "number" }).primaryKey(),
  eventId: uuid("event_id").notNull(),
  channel: text("channel").notNull(),
}) as unknown as Table<"facts", FactColumns>;

export interface Fact {
  readonly eventId: string;
  readonly channel: string;
}

export async function writeFact(tx: OutboxDatabase, fact: Fact): Promise<void> {
  await tx.insert(facts).values(fact);
}

/** In the order of their numbers. */
export function readFacts(db: OutboxDatabase): Promise<Fact[]> {
  return db
    .select({ eventId: facts.eventId, channel: facts.channel })
    .from(facts)
    .orderBy(sql`${facts.number}`);
}
