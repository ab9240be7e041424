// Sequences: what commits has the next number of its channel, and what does not leaves no gap.
import { randomUUID } from "node:crypto";
import type { ChannelEvent } from "@lockstep/runtime";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { appendToOutbox } from "./append-to-outbox.ts";
import { outbox } from "./outbox-table.ts";
import { outboxSequences } from "./sequences-table.ts";
import { type TestDatabase, testDatabaseKinds } from "./testing/test-databases.ts";

describe.each(testDatabaseKinds)("on $name", ({ open }) => {
  let opened: TestDatabase;
  beforeAll(async () => {
    opened = await open();
  });
  afterEach(async () => {
    await opened.db.delete(outbox);
    await opened.db.delete(outboxSequences);
  });
  afterAll(() => opened.close());

  const append = (...events: ChannelEvent[]) =>
    opened.db.transaction((tx) => appendToOutbox(tx, events));

  /** The channel and the sequence of each waiting event, in their order. */
  async function waiting() {
    const rows = await opened.db.select().from(outbox).orderBy(outbox.id);
    return rows.map(({ channel, envelope }) => [channel, envelope?.sequence]);
  }

  test("each channel counts its own events, from one transaction to the next", async () => {
    await append(enveloped("a"), enveloped("b"), enveloped("a"));
    await append(enveloped("a"));
    expect(await waiting()).toEqual([
      ["a", "000000000001"],
      ["b", "000000000001"],
      ["a", "000000000002"],
      ["a", "000000000003"],
    ]);
  });

  test("an event without an envelope is not counted", async () => {
    await append(bare("a"), enveloped("a"), bare("a"));
    expect(await waiting()).toEqual([
      ["a", undefined],
      ["a", "000000000001"],
      ["a", undefined],
    ]);
  });

  test("a transaction that is rolled back leaves no gap", async () => {
    const failed = opened.db.transaction(async (tx) => {
      await appendToOutbox(tx, enveloped("a"));
      throw new Error("rolled back");
    });
    await expect(failed).rejects.toThrow("rolled back");
    await append(enveloped("a"));
    expect(await waiting()).toEqual([["a", "000000000001"]]);
  });

  test("transactions at once take different numbers, in the order of the rows", async () => {
    await Promise.all(Array.from({ length: 20 }, () => append(enveloped("a"))));
    const numbers = (await waiting()).map(([, sequence]) => Number(sequence));
    expect(numbers).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
  });
});

function bare(channel: string): ChannelEvent {
  return { id: randomUUID(), channel, name: "something-happened", data: "1" };
}

function enveloped(channel: string): ChannelEvent {
  const envelope = { specversion: "1.0", type: "x", time: "2026-11-21T10:00:00Z" } as const;
  return { ...bare(channel), envelope };
}
