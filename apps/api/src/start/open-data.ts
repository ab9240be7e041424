// What the process keeps: the database and the images, with the demo's data in them.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { releaseLeases } from "@lockstep/outbox";
import type { Config } from "../config.ts";
import type { Database } from "../db/database.ts";
import { lockFolder } from "../db/lock-folder.ts";
import { openPglite } from "../db/open-pglite.ts";
import { openPostgres } from "../db/open-postgres.ts";
import { seed } from "../db/seed.ts";
import { createFolderStorage, type ImageStorage } from "../images/image-storage.ts";
import type { Closers } from "./create-closers.ts";
import { reasonOf, StartupError } from "./startup-error.ts";

export interface Data {
  readonly db: Database;
  readonly images: ImageStorage;
}

/** @throws {StartupError} when the folder is in use or cannot be written, or the database cannot be reached */
export async function openData(
  { dataDir, databaseUrl }: Pick<Config, "dataDir" | "databaseUrl">,
  closers: Closers,
): Promise<Data> {
  makeFolder(dataDir);
  // several processes may share a PostgreSQL and the images, but never a PGlite
  if (databaseUrl === undefined) closers.add(await lockFolder(dataDir));
  const opened =
    databaseUrl === undefined
      ? await openPglite(join(dataDir, "db"))
      : await openPostgres(databaseUrl);
  closers.add(opened.close);
  // the folder is ours alone: nobody sends what the process before us was sending
  if (databaseUrl === undefined) await releaseLeases(opened.db);
  const images = createFolderStorage(join(dataDir, "images"));
  await seed(opened.db, { images, now: new Date() });
  return { db: opened.db, images };
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw new StartupError(
      `data folder: cannot make ${folder}: ${reasonOf(error)}; set DATA_DIR to another folder`,
    );
  }
}
