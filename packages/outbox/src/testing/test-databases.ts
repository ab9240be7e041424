// The databases that this room's tests run on: PGlite always, PostgreSQL where TEST_DATABASE_URL names a server.
import { randomUUID } from "node:crypto";
import { PGlite } from "@electric-sql/pglite";
import { generateDrizzleJson, generateMigration } from "drizzle-kit/api";
import { sql } from "drizzle-orm";
import { drizzle as drizzlePglite } from "drizzle-orm/pglite";
import { drizzle as drizzlePostgres } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import type { OutboxDatabase } from "../outbox-database.ts";
import { outbox } from "../outbox-table.ts";
import { outboxSequences } from "../sequences-table.ts";

export interface TestDatabase {
  readonly db: OutboxDatabase;
  close(): Promise<void>;
}

export interface TestDatabaseKind {
  readonly name: string;
  /** Makes a database with an empty outbox and nothing else. */
  open(): Promise<TestDatabase>;
}

const serverUrl = process.env.TEST_DATABASE_URL;

export const testDatabaseKinds: readonly TestDatabaseKind[] = [
  { name: "PGlite", open: openPglite },
  ...(serverUrl ? [{ name: "PostgreSQL", open: () => openPostgres(serverUrl) }] : []),
];

async function openPglite(): Promise<TestDatabase> {
  const client = await PGlite.create();
  const db = drizzlePglite(client);
  await createTable(db);
  return { db, close: () => client.close() };
}

async function openPostgres(url: string): Promise<TestDatabase> {
  const name = `lockstep_outbox_${randomUUID().replaceAll("-", "")}`;
  const server = postgres(url, { max: 1, onnotice: () => {} });
  await server.unsafe(`create database ${name}`);
  const client = postgres(Object.assign(new URL(url), { pathname: name }).href);
  const db = drizzlePostgres(client);
  await createTable(db);
  const close = async () => {
    // the driver waits for ever for a connection that was cut
    await client.end({ timeout: 1 });
    await server.unsafe(`drop database ${name} with (force)`);
    await server.end();
  };
  return { db, close };
}

async function createTable(db: OutboxDatabase): Promise<void> {
  const statements = await generateMigration(
    generateDrizzleJson({}),
    generateDrizzleJson({ outbox, outboxSequences }),
  );
  for (const statement of statements) await db.execute(sql.raw(statement));
}
