// The embedded database: PGlite in a folder, or in memory.
import { existsSync, renameSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { drizzle } from "drizzle-orm/pglite";
import { migrate } from "drizzle-orm/pglite/migrator";
import { reasonOf, StartupError } from "../start/startup-error.ts";
import type { OpenDatabase } from "./database.ts";
import { MIGRATIONS_FOLDER } from "./migrations-folder.ts";

/**
 * Opens the database of a folder, made and migrated where needed. A process before may have been killed at any moment;
 * that it has ended is for the caller to know.
 *
 * @param folder in memory if it is left out
 * @throws {StartupError} when the folder holds no database that PGlite can open
 */
export async function openPglite(folder?: string): Promise<OpenDatabase> {
  if (folder !== undefined && !existsSync(folder)) await makeFolder(folder);
  const client = await openClient(folder);
  const db = drizzle(client);
  await migrate(db, { migrationsFolder: MIGRATIONS_FOLDER });
  return { db, close: () => client.close() };
}

// under another name until it is whole: PGlite would open a half of one, and fail, at every start after this one was killed
async function makeFolder(folder: string): Promise<void> {
  const half = `${folder}.half`;
  rmSync(half, { recursive: true, force: true });
  const client = await PGlite.create(half);
  await client.close();
  renameSync(half, folder);
}

async function openClient(folder?: string): Promise<PGlite> {
  if (folder === undefined) return PGlite.create();
  removeEmptyLock(join(folder, "postmaster.pid"));
  try {
    return await PGlite.create(folder);
  } catch (error) {
    throw new StartupError(
      `database: cannot open ${folder}: ${reasonOf(error)}; put a copy back, or move the folder away to begin again`,
    );
  }
}

// PostgreSQL refuses its own lock for ever where a process was killed between making the file and writing into it
function removeEmptyLock(file: string): void {
  if (statSync(file, { throwIfNoEntry: false })?.size === 0) rmSync(file);
}
