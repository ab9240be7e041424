// The embedded database: PGlite in a folder, or in memory.
import { PGlite } from "@electric-sql/pglite";
import { drizzle } from "drizzle-orm/pglite";
import { migrate } from "drizzle-orm/pglite/migrator";
import type { OpenDatabase } from "./database.ts";
import { MIGRATIONS_FOLDER } from "./migrations-folder.ts";

/** Opens the database of a folder, made and migrated where needed. @param folder in memory if it is left out */
export async function openPglite(folder?: string): Promise<OpenDatabase> {
  const client = await PGlite.create(folder === undefined ? {} : { dataDir: folder });
  const db = drizzle(client);
  await migrate(db, { migrationsFolder: MIGRATIONS_FOLDER });
  return { db, close: () => client.close() };
}
