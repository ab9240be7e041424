// Events a second from rows of the outbox to a realtime server, beside the same events published without one.
import { appendToOutbox, createRelay } from "@lockstep/outbox";
import { type ChannelEvent, privateUser } from "@lockstep-demo/publishers";
import type { Database } from "../../db/database.ts";
import { testDatabaseKinds } from "../test-databases.ts";
import { startBareRealtime } from "./bare-endpoint.ts";
import { type BenchTable, median } from "./bench-table.ts";

const EVENTS = 2000;
const CHANNELS = 100;
const AT_ONCE = 8;
const ROUNDS = 5;

export async function measureRelay(): Promise<BenchTable> {
  const { publisher, stop } = await startBareRealtime();
  const rows: string[][] = [];
  const publishAll = async () => {
    const left = events();
    const run = async () => {
      for (let event = left.pop(); event; event = left.pop()) {
        await publisher.publish([event], { timeoutMs: 5000 });
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, run));
  };
  for (const { name, open } of testDatabaseKinds) {
    const { db, close } = await open();
    const relayed: number[] = [];
    const direct: number[] = [];
    for (let round = 0; round <= ROUNDS; round++) {
      await appendAll(db);
      const relay = createRelay({ db, publisher, concurrency: AT_ONCE });
      const figures = [await perSecond(relay.drain), await perSecond(publishAll)] as const;
      await relay.close();
      // the first warms up
      if (round === 0) continue;
      relayed.push(figures[0]);
      direct.push(figures[1]);
    }
    rows.push([name, median(relayed).toFixed(0), median(direct).toFixed(0)]);
    await close();
  }
  stop();
  return {
    title: `events a second, ${EVENTS} on ${CHANNELS} channels, ${AT_ONCE} requests at once`,
    columns: ["database", "relayed from the outbox", "published without one"],
    rows,
  };
}

async function perSecond(send: () => Promise<void>): Promise<number> {
  const startedAt = performance.now();
  await send();
  return EVENTS / ((performance.now() - startedAt) / 1000);
}

async function appendAll(db: Database): Promise<void> {
  const all = events();
  while (all.length > 0) await db.transaction((tx) => appendToOutbox(tx, all.splice(0, 200)));
}

function events(): ChannelEvent[] {
  return Array.from({ length: EVENTS }, (_, index) =>
    privateUser({ userId: 1 + (index % CHANNELS) }).conversationUpdated({
      conversation_id: 1,
      last_message: { content: "Is breakfast from seven?", created_at: "2026-11-21T09:31:07Z" },
    }),
  );
}
