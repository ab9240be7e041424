// Probes, counters and dead letters, over every database.
import { randomUUID } from "node:crypto";
import { appendToOutbox, createRelay } from "@lockstep/outbox";
import { hotelOffers } from "@lockstep-demo/publishers";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { json, jsonOf, openTestApp, type TestApp } from "../testing/test-app.ts";
import { testDatabaseKinds } from "../testing/test-databases.ts";

const LETTERS = "/api/ops/dead-letters/";
const operatorToken = "operators-only";
const headers = { Authorization: `Bearer ${operatorToken}` };
const metricsToken = "monitoring-only";
const monitoring = { headers: { Authorization: `Bearer ${metricsToken}` } };

interface Letter {
  readonly event_id: string;
}

describe.each(testDatabaseKinds)("on $name", (kind) => {
  let app: TestApp;
  beforeAll(async () => {
    app = await openTestApp(kind, { operatorToken, metricsToken });
  });
  beforeEach(() => app.reset());
  afterAll(() => app.close());

  /** Writes one event, and has it refused. */
  async function bury(): Promise<void> {
    const payload = { offer_id: 7, offer_title: "Spa", action: "deleted" } as const;
    const event = hotelOffers({ hotelSlug: "killarney" }).offerDeleted(payload);
    await app.db.transaction((tx) => appendToOutbox(tx, event));
    const refusal = Object.assign(new Error("413"), { retryable: false });
    const publisher = { publish: () => Promise.reject(refusal) };
    await createRelay({
      db: app.db,
      publisher,
      onDelivery: app.deps.metrics.countDelivery,
    }).drain();
  }

  test("the probes answer", async () => {
    expect(await jsonOf(app.request("/healthz"))).toEqual({ status: "ok" });
    expect(await jsonOf(app.request("/readyz"))).toEqual({ status: "ready" });
  });

  test("dead letters are listed and replayed", async () => {
    await bury();
    const letters = await jsonOf<Letter[]>(app.request(LETTERS, { headers }));
    expect(letters).toEqual([
      {
        event_id: expect.any(String),
        channel: "hotel-killarney",
        event: "offer-deleted",
        data: '{"offer_id":7,"offer_title":"Spa","action":"deleted"}',
        attempts: 1,
        dead_at: expect.any(String),
        error: "Error: 413",
      },
    ]);
    const event_ids = [...letters.map(({ event_id }) => event_id), randomUUID()];
    const init = json("POST", { event_ids });
    const answer = app.request(`${LETTERS}replay/`, {
      ...init,
      headers: { ...init.headers, ...headers },
    });
    expect(await jsonOf(answer)).toEqual({ replayed: 1 });
    expect(app.notified()).toBe(1);
    expect(await jsonOf(app.request(LETTERS, { headers }))).toEqual([]);
  });

  test("counters are there for Prometheus", async () => {
    await bury();
    const response = await app.request("/metrics", monitoring);
    expect(response.headers.get("Content-Type")).toMatch(/^text\/plain; version=0\.0\.4/);
    const lines = (await response.text()).split("\n");
    expect(lines).toContain('lockstep_outbox_events{state="dead"} 1');
    expect(lines).toContain('lockstep_outbox_events{state="waiting"} 0');
    expect(lines).toContainEqual(
      expect.stringMatching(/^lockstep_publishes_total\{event="offer-deleted",outcome="dead"\} \d/),
    );
  });

  test.each([
    { Authorization: "Bearer wrong" },
    { Authorization: operatorToken },
    {} as Record<string, string>,
  ])("with %o nobody is an operator", async (given) => {
    expect((await app.request(LETTERS, { headers: given })).status).toBe(401);
  });

  test.each([
    { Authorization: "Bearer wrong" },
    { Authorization: `Bearer ${metricsToken} x` },
    headers,
    {} as Record<string, string>,
  ])("with %o nobody sees the counters", async (given) => {
    const response = await app.request("/metrics", { headers: given });
    expect(response.status).toBe(401);
    expect(await response.json()).toEqual({ error: "The monitor's token is required" });
  });
});

test("a database that does not answer is said to be none to count on", async () => {
  const [kind] = testDatabaseKinds;
  if (kind === undefined) throw new Error("no database");
  const app = await openTestApp(kind, { metricsToken });
  expect((await app.request(LETTERS, { headers })).status).toBe(404);
  await app.request("/api/auth/me");
  expect(await (await app.request("/metrics", monitoring)).text()).toContain(
    'lockstep_http_requests_total{method="GET",status="401"} 1',
  );
  await app.close();
  const response = await app.request("/readyz");
  expect(response.status).toBe(503);
  expect(await response.json()).toEqual({ error: "The database does not answer" });
  expect((await app.request("/healthz")).status).toBe(200);
});

test("a process that was given no token for it shows its counters to nobody", async () => {
  const [kind] = testDatabaseKinds;
  if (kind === undefined) throw new Error("no database");
  const app = await openTestApp(kind);
  for (const init of [monitoring, { headers: { Authorization: "Bearer undefined" } }, {}]) {
    expect((await app.request("/metrics", init)).status).toBe(404);
  }
  await app.close();
});
