// Appending: the order of a channel's rows is the order of their commits.
import { randomUUID } from "node:crypto";
import type { ChannelEvent } from "@lockstep/runtime";
import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { appendToOutbox } from "./append-to-outbox.ts";
import { outbox } from "./outbox-table.ts";
import { createGate } from "./testing/create-gate.ts";
import { type TestDatabase, testDatabaseKinds } from "./testing/test-databases.ts";

describe.each(testDatabaseKinds)("on $name", ({ name, open }) => {
  let opened: TestDatabase;
  beforeAll(async () => {
    opened = await open();
  });
  afterEach(() => opened.db.delete(outbox));
  afterAll(() => opened.close());

  // PGlite has one connection, so its transactions wait for each other anyway
  test.runIf(name === "PostgreSQL")(
    "a transaction waits for an earlier one that appended to its channel",
    async () => {
      const { db } = opened;
      const [appended, commit] = [createGate(), createGate()];
      const first = db.transaction(async (tx) => {
        await appendToOutbox(tx, eventOf("a", "1"));
        appended.open();
        await commit.opened;
      });
      await appended.opened;
      let hasAppended = false;
      const second = db.transaction(async (tx) => {
        await appendToOutbox(tx, eventOf("a", "2"));
        hasAppended = true;
      });
      const waiting = sql`select from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock'`;
      await expect.poll(() => db.execute(waiting), { interval: 5 }).toHaveLength(1);
      expect(hasAppended).toBe(false);
      commit.open();
      await Promise.all([first, second]);
      const rows = await db.select({ data: outbox.payload }).from(outbox).orderBy(outbox.id);
      expect(rows.map(({ data }) => data)).toEqual(["1", "2"]);
    },
  );

  test.runIf(name === "PostgreSQL")(
    "transactions that append to the same channels in other orders do not end each other",
    async () => {
      const { db } = opened;
      const orders = [
        ["a", "b", "c"],
        ["c", "b", "a"],
      ];
      const append = (index: number) => {
        const events = (orders[index % 2] ?? []).map((channel) => eventOf(channel, String(index)));
        return db.transaction((tx) => appendToOutbox(tx, events));
      };
      await Promise.all(Array.from({ length: 40 }, (_, index) => append(index)));
      expect(await db.$count(outbox)).toBe(120);
    },
  );

  test("keeps the order of many events that are given together, and every character of them", async () => {
    const { db } = opened;
    const events = Array.from({ length: 600 }, (_, index) =>
      eventOf(
        `channel-${index % 7}`,
        JSON.stringify({ index, text: "\0 \ud800 \u2028 ' $1 \\u0000" }),
      ),
    );
    await db.transaction((tx) => appendToOutbox(tx, events));
    const rows = await db.select({ data: outbox.payload }).from(outbox).orderBy(outbox.id);
    expect(rows.map(({ data }) => data)).toEqual(events.map(({ data }) => data));
  });

  test("appending nothing is allowed", async () => {
    const { db } = opened;
    await db.transaction((tx) => appendToOutbox(tx, []));
    expect(await db.$count(outbox)).toBe(0);
  });
});

function eventOf(channel: string, data: string): ChannelEvent {
  return { id: randomUUID(), channel, name: "something-happened", data };
}
