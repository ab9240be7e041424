// A PostgreSQL server, for more than one process or more than one machine.
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate } from "drizzle-orm/postgres-js/migrator";
import postgres from "postgres";
import { reasonOf, StartupError } from "../start/startup-error.ts";
import type { OpenDatabase } from "./database.ts";
import { MIGRATIONS_FOLDER } from "./migrations-folder.ts";

// any number that no other user of this database takes
const MIGRATION_LOCK = 7_305_112;

/** @throws {StartupError} when the server cannot be reached or refuses us */
export async function openPostgres(url: string): Promise<OpenDatabase> {
  await migrateAlone(url);
  const client = postgres(url, { connect_timeout: 10, onnotice: () => {} });
  return { db: drizzle(client), close: () => client.end({ timeout: 5 }) };
}

// several processes may start at once, and each of them migrates
async function migrateAlone(url: string): Promise<void> {
  const client = postgres(url, { max: 1, connect_timeout: 10, onnotice: () => {} });
  try {
    await client`select pg_advisory_lock(${MIGRATION_LOCK})`.catch((error) => {
      throw new StartupError(`database: ${placeOf(url)}: ${reasonOf(error)}; check DATABASE_URL`);
    });
    await migrate(drizzle(client), { migrationsFolder: MIGRATIONS_FOLDER });
  } finally {
    await client.end({ timeout: 5 });
  }
}

function placeOf(url: string): string {
  const { host, pathname } = new URL(url);
  return host + pathname;
}
