// Databases for processes that are killed: with their tables, and for one run each.
import { randomUUID } from "node:crypto";
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { generateDrizzleJson, generateMigration } from "drizzle-kit/api";
import postgres from "postgres";
import { outbox } from "../../outbox-table.ts";
import { outboxSequences } from "../../sequences-table.ts";
import { facts } from "./facts.ts";
import type { WorkerSettings } from "./worker.ts";

export interface Place {
  readonly database: WorkerSettings["database"];
  remove(): Promise<void>;
}

export interface Places {
  open(): Promise<Place>;
  /** Removes what all of them share. */
  close(): Promise<void>;
}

/** Folders of PGlite, which is slow to begin one: it begins one, and copies it. */
export async function createFolders(): Promise<Places> {
  const folder = await mkdtemp(join(tmpdir(), "lockstep-kill-"));
  const original = join(folder, "original");
  const client = await PGlite.create(original);
  for (const statement of await tableStatements()) await client.exec(statement);
  await client.close();
  return {
    async open() {
      const copy = join(folder, randomUUID());
      await cp(original, copy, { recursive: true });
      return {
        database: { folder: copy },
        remove: () => rm(copy, { recursive: true, force: true }),
      };
    },
    close: () => rm(folder, { recursive: true, force: true }),
  };
}

/** Databases of a PostgreSQL server. */
export async function createDatabases(serverUrl: string): Promise<Places> {
  const server = postgres(serverUrl, { max: 1, onnotice: () => {} });
  const statements = await tableStatements();
  return {
    async open() {
      const name = `lockstep_kill_${randomUUID().replaceAll("-", "")}`;
      await server.unsafe(`create database ${name}`);
      const url = Object.assign(new URL(serverUrl), { pathname: name }).href;
      const client = postgres(url, { max: 1, onnotice: () => {} });
      for (const statement of statements) await client.unsafe(statement);
      await client.end();
      const remove = async () => {
        await server.unsafe(`drop database ${name} with (force)`);
      };
      return { database: { url }, remove };
    },
    close: () => server.end(),
  };
}

function tableStatements(): Promise<string[]> {
  return generateMigration(
    generateDrizzleJson({}),
    generateDrizzleJson({ facts, outbox, outboxSequences }),
  );
}
