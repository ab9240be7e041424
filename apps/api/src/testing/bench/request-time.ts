// Milliseconds of a request that makes a change: without its event, with the outbox, and published after the commit.
import { createRelay, type EventPublisher } from "@lockstep/outbox";
import type { ChannelEvent } from "@lockstep-demo/publishers";
import { createApp } from "../../app.ts";
import { form, json, jsonOf, openTestApp, type TestApp } from "../test-app.ts";
import { testDatabaseKinds } from "../test-databases.ts";
import { startBareRealtime } from "./bare-endpoint.ts";
import { type BenchTable, median } from "./bench-table.ts";

const REQUESTS = 200;
const ROUNDS = 5;
const LOGIN = { email: "aoife@killarney.example", password: "lockstep" };

type Request = () => Promise<unknown>;

export async function measureRequest(): Promise<BenchTable> {
  const { publisher, stop } = await startBareRealtime();
  const rows: string[][] = [];
  for (const kind of testDatabaseKinds) {
    const opened = await openTestApp(kind);
    await opened.reset();
    const relay = createRelay({ db: opened.db, publisher });
    relay.start();
    const ways = await waysOf(opened, publisher, relay.notify);
    const times = ways.map((): number[] => []);
    for (let round = 0; round <= ROUNDS; round++) {
      // each in turn, so that whatever else the machine does meets all of them; the first round warms up
      for (const [way, request] of ways.entries()) {
        for (let count = 0; count < REQUESTS / ROUNDS; count++) {
          const startedAt = performance.now();
          await request();
          if (round > 0) times[way]?.push(performance.now() - startedAt);
        }
        await relay.drain();
      }
    }
    rows.push([kind.name, ...times.map((all) => median(all).toFixed(2))]);
    await relay.close();
    await opened.close();
  }
  stop();
  return {
    title: "milliseconds of a request that creates an offer, one at a time",
    columns: ["database", "without its event", "with the outbox", "published after the commit"],
    rows,
  };
}

async function waysOf(
  { deps }: TestApp,
  publisher: EventPublisher,
  notifyOutbox: () => void,
): Promise<readonly Request[]> {
  let events: readonly ChannelEvent[] = [];
  const withoutEvents = createApp({ ...deps, withDeprecated: () => [] });
  const withOutbox = createApp({ ...deps, notifyOutbox });
  const kept = createApp({
    ...deps,
    // the outbox gets nothing, and what it would have got is sent when the request has committed
    withDeprecated: (given) => {
      events = "channel" in given ? [given] : given;
      return [];
    },
  });
  const { token } = await jsonOf<{ token: string }>(
    await withoutEvents.request("/api/auth/login/", json("POST", LOGIN)),
  );
  const create = async (app: ReturnType<typeof createApp>) => {
    const headers = { Authorization: `Token ${token}` };
    const init = { ...form("POST", { title: "Spa weekend" }), headers };
    const response = await app.request("/api/staff/hotel/killarney/offers/", init);
    if (response.status !== 201) throw new Error(`status ${response.status}`);
  };
  return [
    () => create(withoutEvents),
    () => create(withOutbox),
    async () => {
      await create(kept);
      await publisher.publish(events, { timeoutMs: 5000 });
    },
  ];
}
