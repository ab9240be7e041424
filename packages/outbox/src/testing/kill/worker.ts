// The process that is killed: it writes and publishes until somebody ends it.
import { rmSync, statSync } from "node:fs";
import type { Socket } from "node:net";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { drizzle as drizzlePglite } from "drizzle-orm/pglite";
import { drizzle as drizzlePostgres } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import type { OutboxDatabase } from "../../outbox-database.ts";
import type { EventPublisher } from "../../relay-options.ts";
import { releaseLeases } from "../../release-leases.ts";
import { readFacts } from "./facts.ts";
import { type StrategyName, strategies } from "./strategies.ts";

export interface WorkerSettings {
  /** `work` goes on for ever; `drain` writes nothing, tells the facts, and ends. */
  readonly task: "work" | "drain";
  readonly strategy: StrategyName;
  /** A folder for PGlite, or the address of a PostgreSQL server. */
  readonly database: { readonly folder: string } | { readonly url: string };
  readonly realtimeUrl: string;
  /** Tells this process from the others. */
  readonly name: string;
}

const WRITERS = 4;
const CHANGES_OF_WRITER = 25;
const CHANNELS = 30;

// nobody is left over where the test itself was ended
const parent = process.stdin.on("end", () => process.exit(1)).resume() as Socket;
parent.unref();

const settings = JSON.parse(process.argv[2] ?? "") as WorkerSettings;
if (settings.task === "work") await post("/opening", { worker: settings.name });
const { db, close } = await open(settings.database);
const strategy = strategies[settings.strategy]({ db, publisher: createPublisher() });
if (settings.task === "work") await work();
await strategy.drain();
await post("/facts", await readFacts(db));
await close();

async function work(): Promise<never> {
  const write = async (writer: number) => {
    for (let change = 0; change < CHANGES_OF_WRITER; change++) {
      await strategy.write(`channel-${(change * WRITERS + writer) % CHANNELS}`);
      // the answer to a caller: the moments after a commit count among those at which a process dies
      await post("/changes", { worker: settings.name });
    }
  };
  await Promise.all(Array.from({ length: WRITERS }, (_, writer) => write(writer)));
  return new Promise(() => {});
}

async function open(
  database: WorkerSettings["database"],
): Promise<{ db: OutboxDatabase; close: () => Promise<void> }> {
  if ("url" in database) {
    const client = postgres(database.url, { max: 6, onnotice: () => {} });
    return { db: drizzlePostgres(client), close: () => client.end() };
  }
  // PostgreSQL refuses its own lock for ever where a process was killed before it had written into it
  const lock = join(database.folder, "postmaster.pid");
  if (statSync(lock, { throwIfNoEntry: false })?.size === 0) rmSync(lock);
  const client = await PGlite.create(database.folder);
  const db = drizzlePglite(client);
  await releaseLeases(db);
  return { db, close: () => client.close() };
}

function createPublisher(): EventPublisher {
  return {
    async publish(events, { timeoutMs }) {
      const sent = events.map(({ id, channel }) => ({ id, channel }));
      const status = await post("/events", { worker: settings.name, events: sent }, timeoutMs);
      if (status !== 200) throw new Error(`realtime server: ${status}`);
    },
  };
}

async function post(path: string, body: unknown, timeoutMs = 30_000): Promise<number> {
  const response = await fetch(settings.realtimeUrl + path, {
    method: "POST",
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(timeoutMs),
  });
  await response.arrayBuffer();
  return response.status;
}
