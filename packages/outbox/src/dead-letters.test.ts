// Dead letters over every database: listed, and sent after all.
import { randomUUID } from "node:crypto";
import type { ChannelEvent } from "@lockstep/runtime";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { appendToOutbox } from "./append-to-outbox.ts";
import { createRelay } from "./create-relay.ts";
import { listDeadLetters, replayDeadLetters } from "./dead-letters.ts";
import { outbox } from "./outbox-table.ts";
import { createRecordingPublisher } from "./testing/recording-publisher.ts";
import { type TestDatabase, testDatabaseKinds } from "./testing/test-databases.ts";

const refused = Object.assign(new Error("realtime server: 413"), { retryable: false });

describe.each(testDatabaseKinds)("on $name", ({ open }) => {
  let opened: TestDatabase;
  beforeAll(async () => {
    opened = await open();
  });
  afterEach(() => opened.db.delete(outbox));
  afterAll(() => opened.close());

  const drainTo = (publisher: ReturnType<typeof createRecordingPublisher>) =>
    createRelay({ db: opened.db, publisher }).drain();

  async function bury(...events: ChannelEvent[]): Promise<void> {
    await opened.db.transaction((tx) => appendToOutbox(tx, events));
    await drainTo(
      createRecordingPublisher(() => {
        throw refused;
      }),
    );
  }

  test("are listed, the oldest first", async () => {
    const [first, second] = [eventOf("a", "1"), eventOf("b", "2")];
    await bury(first, second);
    const letters = await listDeadLetters(opened.db);
    expect(letters).toEqual([
      {
        eventId: first.id,
        channel: "a",
        event: "something-happened",
        data: "1",
        attempts: 1,
        deadAt: expect.any(Date),
        error: String(refused),
      },
      expect.objectContaining({ eventId: second.id }),
    ]);
    expect(await listDeadLetters(opened.db, { limit: 1 })).toHaveLength(1);
  });

  test("are sent after all, as they were, before what waits in their channel", async () => {
    const [dead, other] = [eventOf("a", "1"), eventOf("b", "2")];
    await bury(dead, other);
    const waiting = eventOf("a", "3");
    await opened.db.transaction((tx) => appendToOutbox(tx, waiting));
    expect(await replayDeadLetters(opened.db, [dead.id])).toBe(1);
    const publisher = createRecordingPublisher();
    await drainTo(publisher);
    expect(publisher.attempted).toEqual([dead, waiting]);
    expect((await listDeadLetters(opened.db)).map(({ eventId }) => eventId)).toEqual([other.id]);
  });

  test("an event that is no dead letter is left alone", async () => {
    const event = eventOf("a", "1");
    await opened.db.transaction((tx) => appendToOutbox(tx, event));
    expect(await replayDeadLetters(opened.db, [event.id, randomUUID()])).toBe(0);
    expect(await replayDeadLetters(opened.db, [])).toBe(0);
  });
});

function eventOf(channel: string, data: string): ChannelEvent {
  return { id: randomUUID(), channel, name: "something-happened", data };
}
