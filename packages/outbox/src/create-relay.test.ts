// The relay over every database: order, retries, dead letters, leases, waking and closing.
import { randomUUID } from "node:crypto";
import type { ChannelEvent } from "@lockstep/runtime";
import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { appendToOutbox } from "./append-to-outbox.ts";
import { createRelay, type Relay } from "./create-relay.ts";
import { outbox } from "./outbox-table.ts";
import type { Delivery, RelayOptions } from "./relay-options.ts";
import { releaseLeases } from "./release-leases.ts";
import { createGate } from "./testing/create-gate.ts";
import { createManualClock } from "./testing/manual-clock.ts";
import { createRecordingPublisher } from "./testing/recording-publisher.ts";
import { type TestDatabase, testDatabaseKinds } from "./testing/test-databases.ts";

const unavailable = Object.assign(new Error("realtime server: 503"), { retryable: true });
const tooLarge = Object.assign(new Error("realtime server: 413"), { retryable: false });

describe.each(testDatabaseKinds)("on $name", ({ open }) => {
  let opened: TestDatabase;
  const relays: Relay[] = [];

  beforeAll(async () => {
    opened = await open();
  });
  afterEach(async () => {
    await Promise.all(relays.splice(0).map((relay) => relay.close()));
    await opened.db.delete(outbox);
  });
  afterAll(() => opened.close());

  function relayTo(
    publisher: RelayOptions["publisher"],
    options: Partial<RelayOptions> = {},
  ): Relay {
    const relay = createRelay({ db: opened.db, publisher, ...options });
    relays.push(relay);
    return relay;
  }

  function append(...events: ChannelEvent[]): Promise<void> {
    return opened.db.transaction((tx) => appendToOutbox(tx, events));
  }

  /** As if all the time that rows wait for had passed. */
  async function passTime(): Promise<void> {
    await opened.db.execute(
      sql`update outbox set available_at = now(), locked_until = locked_until - interval '1 hour'`,
    );
  }

  test("sends an event exactly as it was built, and forgets it", async () => {
    const event: ChannelEvent = {
      ...eventOf("a", '{"b":1,"a":"ü"}'),
      envelope: { specversion: "1.0", type: "x", time: "2026-11-21T10:00:00Z" },
    };
    const publisher = createRecordingPublisher();
    await append(event);
    await relayTo(publisher).drain();
    const envelope = { ...event.envelope, sequence: "000000000001" };
    expect(publisher.attempted).toEqual([{ ...event, envelope }]);
    expect(await opened.db.select().from(outbox)).toEqual([]);
  });

  test("never sends an event of a transaction that was rolled back", async () => {
    const publisher = createRecordingPublisher();
    const failed = opened.db.transaction(async (tx) => {
      await appendToOutbox(tx, eventOf("a", "1"));
      throw new Error("rolled back");
    });
    await expect(failed).rejects.toThrow("rolled back");
    await relayTo(publisher).drain();
    expect(publisher.attempted).toEqual([]);
  });

  test("keeps the order within a channel", async () => {
    const numbers = Array.from({ length: 30 }, (_, index) => String(index));
    const publisher = createRecordingPublisher();
    await append(...numbers.map((number) => eventOf("a", number)));
    await relayTo(publisher).drain();
    expect(publisher.payloads()).toEqual(numbers);
  });

  test("lets other channels go on while one waits", async () => {
    const gate = createGate();
    const publisher = createRecordingPublisher((event) =>
      event.data === "a1" ? gate.opened : undefined,
    );
    const relay = relayTo(publisher);
    await append(eventOf("a", "a1"), eventOf("a", "a2"), eventOf("b", "b1"), eventOf("b", "b2"));
    const drained = relay.drain();
    await expect.poll(publisher.payloads, { interval: 5 }).toContain("b2");
    expect(publisher.payloads()).not.toContain("a2");
    gate.open();
    await drained;
    expect(publisher.payloads().at(-1)).toBe("a2");
  });

  test("tries a failed event again with the same id, before the later ones of its channel", async () => {
    let failures = 2;
    const deliveries: Delivery[] = [];
    const publisher = createRecordingPublisher(() => {
      if (failures-- > 0) throw unavailable;
    });
    const relay = relayTo(publisher, { onDelivery: (delivery) => deliveries.push(delivery) });
    const first = eventOf("a", "1");
    await append(first, eventOf("a", "2"));

    await relay.drain();
    expect(publisher.payloads()).toEqual(["1"]);
    const [row] = await opened.db.select().from(outbox).orderBy(outbox.id);
    expect(row).toMatchObject({ attempts: 1, lockedBy: null, lastError: String(unavailable) });
    expect(row?.availableAt.getTime()).toBeGreaterThan(row?.createdAt.getTime() ?? 0);

    await passTime();
    await relay.drain();
    await passTime();
    await relay.drain();
    expect(publisher.payloads()).toEqual(["1", "1", "1", "2"]);
    expect(new Set(publisher.attempted.slice(0, 3).map(({ id }) => id))).toEqual(
      new Set([first.id]),
    );
    expect(deliveries.map(({ attempt, outcome }) => [attempt, outcome])).toEqual([
      [1, "retry"],
      [2, "retry"],
      [3, "sent"],
      [1, "sent"],
    ]);
  });

  describe("where more channels wait than requests may be under way", () => {
    const channels = Array.from({ length: 25 }, (_, index) => `channel-${index}`);
    const first = () => channels.map((channel) => eventOf(channel, "1"));

    test("sends events of several channels in one request, and never two of one channel", async () => {
      const publisher = createRecordingPublisher();
      await append(...first(), ...channels.map((channel) => eventOf(channel, "2")));
      await relayTo(publisher, { concurrency: 2 }).drain();
      expect(Math.max(...publisher.requests.map(({ length }) => length))).toBe(10);
      for (const channel of channels) {
        const sent = publisher.attempted.filter((event) => event.channel === channel);
        expect(sent.map(({ data }) => data)).toEqual(["1", "2"]);
      }
      for (const together of publisher.requests) {
        expect(new Set(together.map(({ channel }) => channel)).size).toBe(together.length);
      }
    });

    test("has every channel's turn come before the next of a busy one", async () => {
      const publisher = createRecordingPublisher();
      await append(...["1", "2", "3"].flatMap((data) => eventOf("busy", data)), ...first());
      await relayTo(publisher, { concurrency: 1, batchSize: 2 }).drain();
      const ofBusy = publisher.attempted.map(({ channel }) => channel === "busy");
      expect(ofBusy.filter(Boolean)).toHaveLength(3);
      expect(ofBusy.slice(2, -2)).not.toContain(true);
      expect(publisher.attempted).toHaveLength(28);
    });

    test("sends what comes meanwhile to channels that had their turn", async () => {
      const publisher = createRecordingPublisher(async ({ channel }) => {
        if (channel === "channel-20") await append(eventOf("a", "later"));
      });
      await append(...first());
      await relayTo(publisher, { concurrency: 1, batchSize: 2 }).drain();
      expect(publisher.payloads().filter((data) => data === "later")).toHaveLength(1);
      expect(await opened.db.$count(outbox)).toBe(0);
    });

    test("finds the one that is refused, and sends the others", async () => {
      const publisher = createRecordingPublisher(({ channel }) => {
        if (channel === "channel-3") throw tooLarge;
      });
      await append(...first());
      await relayTo(publisher, { concurrency: 1 }).drain();
      const rows = await opened.db.select().from(outbox);
      expect(rows.map(({ channel }) => channel)).toEqual(["channel-3"]);
      expect(rows[0]?.deadAt).toBeInstanceOf(Date);
    });

    test("tries all of a request again when it failed", async () => {
      let failures = 1;
      const publisher = createRecordingPublisher(() => {
        if (failures-- > 0) throw unavailable;
      });
      const events = first().slice(0, 10);
      await append(...events);
      const relay = relayTo(publisher, { concurrency: 1 });
      await relay.drain();
      await passTime();
      await relay.drain();
      expect(publisher.requests[0]).toHaveLength(10);
      const again = publisher.attempted.slice(10).map(({ id }) => id);
      expect(new Set(again)).toEqual(new Set(events.map(({ id }) => id)));
      expect(again).toHaveLength(10);
      expect(await opened.db.$count(outbox)).toBe(0);
    });
  });

  test("keeps a refused event as a dead letter, and goes on with its channel", async () => {
    const deliveries: Delivery[] = [];
    const publisher = createRecordingPublisher(({ data }) => {
      if (data === "1") throw tooLarge;
    });
    const dead = eventOf("a", "1");
    await append(dead, eventOf("a", "2"));
    await relayTo(publisher, { onDelivery: (delivery) => deliveries.push(delivery) }).drain();
    expect(publisher.payloads()).toEqual(["1", "2"]);
    expect(deliveries[0]).toMatchObject({
      channel: "a",
      event: "something-happened",
      eventId: dead.id,
      attempt: 1,
      outcome: "dead",
      error: tooLarge,
    });
    const rows = await opened.db.select().from(outbox);
    expect(rows).toMatchObject([{ eventId: dead.id, lastError: String(tooLarge) }]);
    expect(rows[0]?.deadAt).toBeInstanceOf(Date);
  });

  test("shares the events among several relays, each sent once and in order", async () => {
    const channels = ["a", "b", "c", "d"];
    const numbers = Array.from({ length: 10 }, (_, index) => index);
    const publisher = createRecordingPublisher(() => new Promise(setImmediate));
    await append(
      ...numbers.flatMap((number) => channels.map((channel) => eventOf(channel, String(number)))),
    );
    const shared = [relayTo(publisher), relayTo(publisher), relayTo(publisher)];
    while ((await opened.db.$count(outbox)) > 0) {
      await Promise.all(shared.map((relay) => relay.drain()));
    }
    for (const channel of channels) {
      const sent = publisher.attempted.filter((event) => event.channel === channel);
      expect(sent.map(({ data }) => Number(data))).toEqual(numbers);
    }
  });

  test("takes over an event whose lease has ended, and leaves the new holder's row alone", async () => {
    const gates = [createGate(), createGate()];
    let attempts = 0;
    const publisher = createRecordingPublisher(() => gates[attempts++]?.opened);
    await append(eventOf("a", "1"));
    const slow = relayTo(publisher).drain();
    await expect.poll(() => attempts, { interval: 5 }).toBe(1);
    await passTime();
    const next = relayTo(publisher).drain();
    await expect.poll(() => attempts, { interval: 5 }).toBe(2);

    gates[0]?.open();
    await slow;
    expect(await opened.db.$count(outbox)).toBe(1);
    gates[1]?.open();
    await next;
    expect(await opened.db.$count(outbox)).toBe(0);
  });

  test("needs not wait for the lease of a process that has ended, where it is released", async () => {
    const gate = createGate();
    const hanging = createRecordingPublisher(() => gate.opened);
    await append(eventOf("a", "1"), eventOf("a", "2"));
    const ended = relayTo(hanging).drain();
    await expect.poll(hanging.payloads, { interval: 5 }).toEqual(["1"]);
    const publisher = createRecordingPublisher();
    const next = relayTo(publisher);
    await next.drain();
    expect(publisher.payloads()).toEqual([]);
    await releaseLeases(opened.db);
    await next.drain();
    expect(publisher.payloads()).toEqual(["1", "2"]);
    gate.open();
    await ended;
  });

  test("looks at its start, when it is told, and from time to time", async () => {
    const clock = createManualClock();
    const publisher = createRecordingPublisher();
    const relay = relayTo(publisher, { clock, pollIntervalMs: 1000 });
    await append(eventOf("a", "at start"));
    relay.start();
    await expect.poll(publisher.payloads, { interval: 5 }).toEqual(["at start"]);
    await append(eventOf("a", "when told"));
    relay.notify();
    await expect.poll(publisher.payloads, { interval: 5 }).toContain("when told");
    await relay.drain();
    await append(eventOf("a", "in time"));
    clock.advance(1000);
    await expect.poll(publisher.payloads, { interval: 5 }).toContain("in time");
    await relay.close();
    expect(clock.waiting()).toBe(0);
  });

  test("wakes for a retry before its usual time", async () => {
    const clock = createManualClock();
    let failures = 1;
    const publisher = createRecordingPublisher(() => {
      if (failures-- > 0) throw unavailable;
    });
    const relay = relayTo(publisher, { clock, pollIntervalMs: 60_000 });
    relay.start();
    await append(eventOf("a", "1"));
    await relay.drain();
    await passTime();
    clock.advance(250);
    await expect.poll(publisher.payloads, { interval: 5 }).toEqual(["1", "1"]);
  });

  test("ends what is under way when it is closed, and claims nothing more", async () => {
    const gate = createGate();
    const publisher = createRecordingPublisher(() => gate.opened);
    const relay = relayTo(publisher);
    await append(eventOf("a", "1"), eventOf("a", "2"));
    relay.notify();
    await expect.poll(publisher.payloads, { interval: 5 }).toEqual(["1"]);
    const closed = relay.close();
    gate.open();
    await closed;
    relay.notify();
    await relay.drain();
    expect(publisher.payloads()).toEqual(["1"]);
    expect(await opened.db.select({ data: outbox.payload }).from(outbox)).toEqual([{ data: "2" }]);
  });

  test("goes on, and says so, where a callback throws", async () => {
    const publisher = createRecordingPublisher();
    const errors: unknown[] = [];
    const fault = new Error("log: disk is full");
    const relay = relayTo(publisher, {
      onDelivery: () => {
        throw fault;
      },
      onError: (error) => errors.push(error),
    });
    await append(eventOf("a", "1"), eventOf("a", "2"));
    await relay.drain();
    expect(publisher.attempted).toHaveLength(2);
    expect(errors).toEqual([fault, fault]);
  });

  test.each([
    {
      options: { leaseMs: 5000 },
      message:
        "createRelay: leaseMs is 5000; it must be above 10000, twice publishTimeoutMs, or events that are being sent are sent again elsewhere",
    },
    {
      options: { concurrency: 0 },
      message: "createRelay: concurrency is 0; it must be a whole number, 1 or more",
    },
    {
      options: { batchSize: 2.5 },
      message: "createRelay: batchSize is 2.5; it must be a whole number, 1 or more",
    },
  ])("refuses $options, with which it could not keep its word", ({ options, message }) => {
    expect(() => relayTo(createRecordingPublisher(), options)).toThrow(new RangeError(message));
  });

  test("reports a failure of the database and goes on after it", async () => {
    const errors: unknown[] = [];
    const publisher = createRecordingPublisher();
    const relay = relayTo(publisher, { onError: (error) => errors.push(error) });
    await append(eventOf("a", "1"));
    await opened.db.execute(sql`alter table outbox rename to elsewhere`);
    await relay.drain();
    await opened.db.execute(sql`alter table elsewhere rename to outbox`);
    expect(errors).toHaveLength(1);
    await relay.drain();
    expect(publisher.payloads()).toEqual(["1"]);
  });
});

function eventOf(channel: string, data: string): ChannelEvent {
  return { id: randomUUID(), channel, name: "something-happened", data };
}
