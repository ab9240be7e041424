// The databases that the API's tests run on: PGlite always, PostgreSQL where TEST_DATABASE_URL names a server.
import { randomUUID } from "node:crypto";
import postgres from "postgres";
import type { OpenDatabase } from "../db/database.ts";
import { openPglite } from "../db/open-pglite.ts";
import { openPostgres } from "../db/open-postgres.ts";

export interface TestDatabaseKind {
  readonly name: string;
  /** Makes a migrated, empty database, which goes when it is closed. */
  open(): Promise<OpenDatabase>;
}

const serverUrl = process.env.TEST_DATABASE_URL;

export const testDatabaseKinds: readonly TestDatabaseKind[] = [
  { name: "PGlite", open: () => openPglite() },
  ...(serverUrl ? [{ name: "PostgreSQL", open: () => openFreshPostgres(serverUrl) }] : []),
];

async function openFreshPostgres(url: string): Promise<OpenDatabase> {
  const name = `lockstep_api_${randomUUID().replaceAll("-", "")}`;
  const server = postgres(url, { max: 1, onnotice: () => {} });
  await server.unsafe(`create database ${name}`);
  const opened = await openPostgres(Object.assign(new URL(url), { pathname: name }).href);
  const close = async () => {
    await opened.close();
    await server.unsafe(`drop database ${name}`);
    await server.end();
  };
  return { db: opened.db, close };
}
