// The database as the features see it: the same over PGlite and PostgreSQL.
import type { PgDatabase, PgQueryResultHKT } from "drizzle-orm/pg-core";

/** A database or a transaction. */
export type Database = PgDatabase<PgQueryResultHKT>;
