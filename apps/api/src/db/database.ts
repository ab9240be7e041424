// The database as the features see it: the same over PGlite and PostgreSQL.
import type { PgDatabase, PgQueryResultHKT } from "drizzle-orm/pg-core";

/** A database or a transaction. */
export type Database = PgDatabase<PgQueryResultHKT>;

/** A migrated database, and the function that gives back what it holds open. */
export interface OpenDatabase {
  readonly db: Database;
  close(): Promise<void>;
}
