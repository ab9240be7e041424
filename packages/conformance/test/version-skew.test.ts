// An older page meets a newer backend, and a newer page an older backend: both versions are generated, and talk.
import { diffContracts, diffRules } from "@lockstep/codegen";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { startRealClients } from "./real-clients.ts";
import { cork, placed, versionOf } from "./version-skew/contract.ts";
import { type Meeting, meet, promised, type Wire } from "./version-skew/meet.ts";
import { breaking, harmless, type Row } from "./version-skew/rows.ts";
import { createVersions } from "./version-skew/versions.ts";

const versions = createVersions();
beforeAll(() => {
  // builders of what is deprecated say so by Node's warnings
  vi.spyOn(process, "emitWarning").mockReturnValue();
});
afterAll(() => {
  vi.restoreAllMocks();
  versions.dispose();
});

async function versionsOf({ before = () => {}, change }: Row) {
  return {
    older: await versions.load(versionOf(before)),
    newer: await versions.load(versionOf(before, change)),
  };
}

type Skew = Omit<Meeting, "wire">;

async function newerBackend(row: Row): Promise<Skew> {
  const { older, newer } = await versionsOf(row);
  const { olderSends = [placed({})], newerSends = olderSends, places = [cork] } = row;
  return { publisher: newer, subscriber: older, sends: newerSends, places };
}

async function newerPage(row: Row): Promise<Skew> {
  const { older, newer } = await versionsOf(row);
  const { olderSends = [placed({})], places = [cork] } = row;
  return { publisher: older, subscriber: newer, sends: olderSends, places };
}

/** What the diff says of a row's versions: each rule that it applies, and who breaks on the wire by any. */
async function judge(row: Row) {
  const { older, newer } = await versionsOf(row);
  const { changes } = diffContracts(older.model, newer.model, { today: "2026-11-21" });
  const broken = changes.flatMap(({ affects }) => affects);
  return { rules: changes.map(({ rule }) => rule), broken };
}

test("every rule of the diff that breaks nobody has its row", () => {
  const rules = Object.entries(diffRules).filter(([, { affects, cases }]) =>
    [affects, ...Object.values(cases).map((one) => one.affects)].some((one) => one.length === 0),
  );
  const rows = new Set<string | undefined>(harmless.map(({ rule }) => rule));
  expect(rules.map(([id]) => id).filter((id) => !rows.has(id))).toEqual([]);
});

function titleOf({ rule, detail }: Row): string {
  return [rule ?? "no change", detail].filter((text) => text !== undefined).join(": ");
}

describe.each(harmless.map((row) => ({ ...row, title: titleOf(row) })))("$title", (row) => {
  test("is what the diff says, and it breaks nobody", async () => {
    const { rules, broken } = await judge(row);
    expect({ rules: [...new Set(rules)], broken }).toEqual({
      rules: row.rule === undefined ? [] : [row.rule],
      broken: [],
    });
  });

  test("an older page gets all that it knows of a newer backend", async () => {
    const meeting = await newerBackend(row);
    const outcome = await meet(meeting);
    expect(outcome).toEqual(promised(meeting));
    expect(outcome.received.length).toBeGreaterThan(0);
  });

  test("a newer page gets all that an older backend sends", async () => {
    const meeting = await newerPage(row);
    const outcome = await meet(meeting);
    expect(outcome).toEqual(promised(meeting));
    expect(outcome.errors).toEqual([]);
    expect(outcome.received.length).toBeGreaterThan(0);
  });
});

describe.each(breaking)("$rule, which breaks", (row) => {
  test("is what the diff says, with the side that breaks", async () => {
    const { rules, broken } = await judge(row);
    expect(rules).toEqual([row.rule]);
    expect(broken).toContain(
      row.newer === "publisher" ? "oldSubscriberNewPublisher" : "newSubscriberOldPublisher",
    );
  });

  test("loses what was sent", async () => {
    const meeting = await (row.newer === "publisher" ? newerBackend(row) : newerPage(row));
    const outcome = await meet(meeting);
    expect(outcome).not.toEqual(promised(meeting));
    expect(outcome).toEqual({ received: [], errors: row.told });
  });

  test("is survived where the versions are the same", async () => {
    const { older } = await versionsOf(row);
    const { olderSends: sends = [placed({})], places = [cork] } = row;
    const meeting = { publisher: older, subscriber: older, sends, places };
    expect(await meet(meeting)).toEqual(promised(meeting));
  });
});

describe("over the official clients", () => {
  const wanted: readonly Row["rule"][] = [
    "event-added",
    "payload-property-added-to-closed",
    "payload-open-enum-value-added",
  ];
  const rows = harmless.filter(({ rule }) => wanted.includes(rule));

  test.each(rows.map((row) => ({ ...row, title: titleOf(row) })))("$title", async (row) => {
    for (const skew of [await newerBackend(row), await newerPage(row)]) {
      const meeting = { ...skew, wire: await openRealWire() };
      expect(await meet(meeting)).toEqual(promised(meeting));
    }
  });
});

test("a deprecated event reaches older pages for as long as the newer backend publishes both", async () => {
  const older = await versions.load(versionOf());
  const newer = await versions.load(
    versionOf(({ channels }) => {
      const { messages } = channels.orders;
      Object.assign(messages.placed, { "x-deprecated": { sunset: "2098-01-31", use: "accepted" } });
      messages.accepted = {
        payload: {
          type: "object",
          required: ["order"],
          properties: { order: { type: "integer" } },
        },
      };
    }),
  );
  const meeting = {
    publisher: newer,
    subscriber: older,
    sends: [{ ...cork, event: "accepted", payload: { order: 5 } }],
    places: [cork],
  };
  const placedOf = ({ order }: { readonly order: number }) => ({ id: order });
  const publishDeprecated = { orders: { placed: placedOf } };
  expect(await meet({ ...meeting, options: { publishDeprecated } })).toEqual({
    received: ['orders.placed {"id":5}', 'orders.placed {"id":5}'],
    errors: ["unknown-event accepted"],
  });
  // off by default
  expect((await meet(meeting)).received).toEqual([]);
});

async function openRealWire(): Promise<Wire> {
  const { pusher, connect } = await startRealClients();
  const client = await connect();
  const marks = client.subscribe("marks");
  let count = 0;
  return {
    server: pusher,
    client,
    async settled() {
      await vi.waitUntil(() => client.allChannels().every(({ subscribed }) => subscribed));
      // comes by the same socket, behind everything that was published before
      const mark = `mark-${++count}`;
      const came = new Promise((resolve) => marks.bind(mark, resolve));
      await pusher.trigger("marks", mark, {});
      await came;
    },
  };
}
