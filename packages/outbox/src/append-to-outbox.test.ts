// Appending: the order of a channel's rows is the order of their commits.
import { randomUUID } from "node:crypto";
import type { ChannelEvent } from "@lockstep/runtime";
import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { appendToOutbox } from "./append-to-outbox.ts";
import { outbox } from "./outbox-table.ts";
import { createGate } from "./testing/create-gate.ts";
import { testDatabaseKinds } from "./testing/test-databases.ts";

describe.each(testDatabaseKinds)("on $name", ({ name, open }) => {
  // PGlite has one connection, so its transactions wait for each other anyway
  test.runIf(name === "PostgreSQL")(
    "a transaction waits for an earlier one that appended to its channel",
    async () => {
      const { db, close } = await open();
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
      const waiting = sql`select 1 from pg_locks where locktype = 'advisory' and not granted
        and database = (select oid from pg_database where datname = current_database())`;
      await expect.poll(() => db.execute(waiting), { interval: 5 }).toHaveLength(1);
      expect(hasAppended).toBe(false);
      commit.open();
      await Promise.all([first, second]);
      const rows = await db.select({ data: outbox.payload }).from(outbox).orderBy(outbox.id);
      expect(rows.map(({ data }) => data)).toEqual(["1", "2"]);
      await close();
    },
  );

  test("appending nothing is allowed", async () => {
    const { db, close } = await open();
    await db.transaction((tx) => appendToOutbox(tx, []));
    expect(await db.$count(outbox)).toBe(0);
    await close();
  });
});

function eventOf(channel: string, data: string): ChannelEvent {
  return { id: randomUUID(), channel, name: "something-happened", data };
}
