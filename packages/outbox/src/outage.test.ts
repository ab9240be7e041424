// The database's connections cut under a running relay: it goes on by itself, and nothing is lost or out of order.
import { randomUUID } from "node:crypto";
import type { ChannelEvent } from "@lockstep/runtime";
import { sql } from "drizzle-orm";
import postgres from "postgres";
import { describe, expect, test } from "vitest";
import { appendToOutbox } from "./append-to-outbox.ts";
import { createRelay } from "./create-relay.ts";
import { createRecordingPublisher } from "./testing/recording-publisher.ts";
import { testDatabaseKinds } from "./testing/test-databases.ts";

const CHANNELS = ["a", "b", "c"];
const EVENTS = 90;

// PGlite has no connections
describe.each(testDatabaseKinds.filter(({ name }) => name === "PostgreSQL"))("on $name", (kind) => {
  test("a relay whose connections are cut sends everything, in order", async () => {
    const { db, close } = await kind.open();
    const errors: unknown[] = [];
    let cuts = 0;
    const publisher = createRecordingPublisher(async () => {
      // in the middle of a request, so that its rows cannot be settled at once
      if (![10, 40, 70].includes(publisher.attempted.length)) return;
      cuts++;
      await cutAll();
    });
    const found: unknown = await db.execute(sql`select current_database() as name`);
    const [{ name }] = found as [{ readonly name: string }];
    const own = connectTo(name);
    const cutAll = () => own`
      select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()`;
    const relay = createRelay({
      db,
      publisher,
      pollIntervalMs: 20,
      // what a cut left unsettled is tried again after that
      leaseMs: 600,
      publishTimeoutMs: 250,
      onError: (error) => errors.push(error),
    });
    const events = Array.from({ length: EVENTS }, (_, index) => eventOf(index));
    for (const event of events) await db.transaction((tx) => appendToOutbox(tx, event));
    relay.start();
    const left = () => own`select count(*)::int as left from outbox`;
    await expect
      .poll(async () => (await left())[0]?.left, { timeout: 30_000, interval: 50 })
      .toBe(0);
    await relay.close();

    expect(cuts).toBeGreaterThan(0);
    expect(errors.length).toBeGreaterThan(0);
    const first = [...new Set(publisher.attempted.map(({ id }) => id))];
    for (const channel of CHANNELS) {
      const ofChannel = events.filter((event) => event.channel === channel).map(({ id }) => id);
      expect(first.filter((id) => ofChannel.includes(id))).toEqual(ofChannel);
    }
    expect(first).toHaveLength(EVENTS);
    await own.end();
    await close();
  }, 60_000);
});

/** A connection of the test's own, which is not cut. */
function connectTo(database: string): postgres.Sql {
  const url = Object.assign(new URL(process.env.TEST_DATABASE_URL ?? ""), { pathname: database });
  return postgres(url.href, { max: 1, onnotice: () => {} });
}

function eventOf(index: number): ChannelEvent {
  const channel = CHANNELS[index % CHANNELS.length] ?? "";
  return { id: randomUUID(), channel, name: "something-happened", data: String(index) };
}
