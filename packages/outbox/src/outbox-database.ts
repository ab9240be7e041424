// The databases that the outbox works on.
import type { PgDatabase, PgQueryResultHKT } from "drizzle-orm/pg-core";

/** A drizzle database or transaction over PostgreSQL or PGlite, made without a `schema` option. */
export type OutboxDatabase = PgDatabase<PgQueryResultHKT>;
