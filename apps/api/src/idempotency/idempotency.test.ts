// Requests that come twice, over every database: carried out once, with one answer and one set of events.
import { randomUUID } from "node:crypto";
import { serve } from "@hono/node-server";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { createApp } from "../app.ts";
import { guestMessages, idempotentAnswers, messages, staffMessages } from "../db/schema.ts";
import type { ErrorBody } from "../http/http-error.ts";
import { json, jsonOf, openTestApp, type TestApp } from "../testing/test-app.ts";
import { testDatabaseKinds } from "../testing/test-databases.ts";
import { forgetAnswers } from "./answer-once.ts";

const STAFF_CHAT = "/api/staff/hotel/killarney/staff-chat/conversations/1/messages/";

const TO_GUEST = "/api/staff/hotel/killarney/guest-chat/conversations/1/messages/";
const towels = { message: "Towels" };

/** Every route that creates a message. */
const routes = [
  { what: "to colleagues", as: "aoife", path: STAFF_CHAT, body: { text: "Towels" }, events: 1 },
  {
    what: "to a guest",
    as: "aoife",
    path: TO_GUEST,
    body: towels,
    events: 3,
  },
  {
    what: "to the reception",
    as: "guest",
    path: "/api/guest/hotel/killarney/conversations/1/messages/",
    body: { message: "Towels" },
    events: 1,
  },
  {
    what: "to a user",
    as: "noor",
    path: "/api/messages/send/",
    body: { recipient_id: 6, content: "Towels" },
    events: 2,
  },
] as const;

function keyed(body: unknown, key: string): RequestInit {
  const init = json("POST", body);
  return { ...init, headers: { ...init.headers, "Idempotency-Key": key } };
}

describe.each(testDatabaseKinds)("on $name", (kind) => {
  let app: TestApp;
  /** Ids of the messages that an absent guest was told of. */
  const notified: number[] = [];
  let now: Date;
  let requestOf: Readonly<Record<"aoife" | "ciaran" | "noor" | "guest", TestApp["request"]>>;
  beforeAll(async () => {
    app = await openTestApp(kind, {
      now: () => now,
      rooms: { isGuestConnected: async () => false },
      notifier: {
        async notify({ message }) {
          notified.push(message.id);
        },
      },
    });
  });
  beforeEach(async () => {
    now = new Date("2026-11-21T10:00:00Z");
    await app.reset();
    notified.length = 0;
    requestOf = {
      aoife: await app.as("aoife@killarney.example"),
      ciaran: await app.as("ciaran@killarney.example"),
      noor: await app.as("noor@crm.example"),
      guest: await app.asGuest(101),
    };
  });
  afterAll(() => app.close());

  /** How many messages say this. */
  async function stored(text: string): Promise<number> {
    const rows = [
      ...(await app.db.select({ text: staffMessages.text }).from(staffMessages)),
      ...(await app.db.select({ text: guestMessages.message }).from(guestMessages)),
      ...(await app.db.select({ text: messages.content }).from(messages)),
    ];
    return rows.filter((row) => row.text === text).length;
  }
  const publishedCount = async () => (await app.publishedEvents()).length;

  describe.each(routes)("a message $what", ({ as, path, body, events }) => {
    test("is written once, whatever the number of attempts, and each gets the same answer", async () => {
      const init = keyed(body, `"${randomUUID()}"`);
      const first = await requestOf[as](path, init);
      expect(first.status).toBe(201);
      const answer = await first.text();
      for (const at of [path, path.replace(/\/$/, "")]) {
        const again = await requestOf[as](at, init);
        expect([again.status, await again.text()]).toEqual([201, answer]);
      }
      expect(await stored("Towels")).toBe(1);
      expect(await publishedCount()).toBe(events);
    });

    test("that says something else under the same key is refused", async () => {
      const key = randomUUID();
      await requestOf[as](path, keyed(body, key));
      const other = JSON.parse(JSON.stringify(body).replace("Towels", "Soap"));
      const response = await requestOf[as](path, keyed(other, key));
      expect(response.status).toBe(422);
      expect(await jsonOf<ErrorBody>(response)).toEqual({
        error: "This Idempotency-Key belongs to another request; take a new one",
      });
      expect(await stored("Soap")).toBe(0);
      expect(await publishedCount()).toBe(events);
    });
  });

  test("a message is another one without a key, and with another key", async () => {
    for (const init of [
      json("POST", towels),
      json("POST", towels),
      keyed(towels, "a"),
      keyed(towels, "b"),
    ])
      expect((await requestOf.aoife(TO_GUEST, init)).status).toBe(201);
    expect(await stored("Towels")).toBe(4);
    expect(await publishedCount()).toBe(12);
  });

  test("a message is written once by attempts at the same moment", async () => {
    const init = keyed(towels, randomUUID());
    const responses = await Promise.all(
      Array.from({ length: 8 }, () => requestOf.aoife(TO_GUEST, init)),
    );
    const bodies = new Set<string>();
    for (const response of responses) {
      expect([201, 409]).toContain(response.status);
      if (response.status === 201) bodies.add(await response.text());
    }
    expect(bodies.size).toBe(1);
    expect(await stored("Towels")).toBe(1);
    expect(await publishedCount()).toBe(3);
  });

  test("a guest who is away is notified once of a message that came twice", async () => {
    const init = keyed(towels, randomUUID());
    const write = async (request: RequestInit) =>
      (await jsonOf<{ id: number }>(requestOf.aoife(TO_GUEST, request))).id;
    const first = await write(init);
    await expect.poll(() => notified).toEqual([first]);
    expect(await write(init)).toBe(first);
    const third = await write(keyed(towels, randomUUID()));
    await expect.poll(() => notified).toEqual([first, third]);
  });

  test("a key belongs to who sent it, and to one address", async () => {
    const init = keyed({ text: "Towels" }, "mine");
    for (const person of ["aoife", "ciaran"] as const) {
      const response = await requestOf[person](STAFF_CHAT, init);
      expect(response.status).toBe(201);
    }
    expect(await stored("Towels")).toBe(2);
    const elsewhere = STAFF_CHAT.replace("/1/", "/2/");
    expect((await requestOf.aoife(elsewhere, init)).status).toBe(422);
  });

  test("a key is the same in quotation marks and without", async () => {
    for (const key of ["one-key", '"one-key"'])
      await requestOf.aoife(STAFF_CHAT, keyed({ text: "Towels" }, key));
    expect(await stored("Towels")).toBe(1);
  });

  test("a key of another form is refused", async () => {
    for (const key of ["", '""', '"', 'a"b', "a b", "ü", "x".repeat(256)]) {
      const response = await requestOf.aoife(STAFF_CHAT, keyed({ text: "Towels" }, key));
      expect(response.status, key).toBe(400);
      expect((await jsonOf<ErrorBody>(response)).fields).toHaveProperty("idempotency-key");
    }
    expect(await stored("Towels")).toBe(0);
  });

  test("what was refused does not use its key up", async () => {
    const body = { recipient_id: 99, content: "Towels" };
    const init = keyed(body, "again");
    for (let attempt = 0; attempt < 2; attempt++)
      expect((await requestOf.noor("/api/messages/send/", init)).status).toBe(400);
    const mended = keyed({ ...body, recipient_id: 6 }, "again");
    expect((await requestOf.noor("/api/messages/send/", mended)).status).toBe(201);
  });

  test("an answer is kept for two weeks", async () => {
    const init = keyed({ text: "Towels" }, "old");
    await requestOf.aoife(STAFF_CHAT, init);
    now = new Date("2026-12-05T09:59:59Z");
    await forgetAnswers(app.db, now);
    expect(await app.db.select().from(idempotentAnswers)).toHaveLength(1);
    now = new Date("2026-12-05T10:00:00Z");
    const asAoife = await app.as("aoife@killarney.example");
    await app.db.execute(sql`update sessions set expires_at = '2027-01-01'`);
    expect((await asAoife(STAFF_CHAT, init)).status).toBe(201);
    expect(await stored("Towels")).toBe(2);
    now = new Date("2027-01-01T00:00:00Z");
    await forgetAnswers(app.db, now);
    expect(await app.db.select().from(idempotentAnswers)).toEqual([]);
  });

  // the one connection of PGlite serves one transaction after the other, so that the second attempt waits for the first
  test.runIf(kind.name === "PostgreSQL")(
    "an attempt is told that the one before is still being carried out",
    async () => {
      const init = keyed({ text: "Towels" }, "in-flight");
      let letGo = (): void => undefined;
      // what the first attempt needs, so that it stops in the middle of its transaction
      let blocking: Promise<void> | undefined;
      await new Promise<void>((isLocked) => {
        blocking = app.db.transaction(async (tx) => {
          await tx.execute(sql`lock table staff_messages in access exclusive mode`);
          const held = new Promise<void>((resolve) => {
            letGo = resolve;
          });
          isLocked();
          await held;
        });
      });
      const first = requestOf.aoife(STAFF_CHAT, init);
      const waiting = sql`select 1 from pg_locks where relation = 'staff_messages'::regclass and not granted`;
      await expect
        .poll(async () => [...((await app.db.execute(waiting)) as unknown as [])])
        .toHaveLength(1);
      const second = await requestOf.aoife(STAFF_CHAT, init);
      expect(second.status).toBe(409);
      letGo();
      await blocking;
      expect((await first).status).toBe(201);
      expect((await requestOf.aoife(STAFF_CHAT, init)).status).toBe(201);
      expect(await stored("Towels")).toBe(1);
    },
  );

  test("the answer is lost after the commit, and the next attempt brings it, with no second event", async () => {
    const hono = createApp(app.deps);
    let cuts = 1;
    const server = serve({
      port: 0,
      hostname: "127.0.0.1",
      async fetch(request, bindings) {
        const response = await hono.fetch(request, bindings);
        if ("incoming" in bindings && cuts-- > 0) bindings.incoming.socket.destroy();
        return response;
      },
    });
    onTestFinished(() => void server.close());
    await new Promise<void>((resolve) => server.once("listening", resolve));
    const address = server.address();
    if (address === null || typeof address === "string") throw new Error("no port");
    const login = await jsonOf<{ token: string }>(
      app.request(
        "/api/auth/login",
        json("POST", { email: "aoife@killarney.example", password: "lockstep" }),
      ),
    );
    const init = keyed({ text: "Towels" }, `"${randomUUID()}"`);
    const attempt = () =>
      fetch(`http://127.0.0.1:${address.port}${STAFF_CHAT}`, {
        ...init,
        headers: { ...init.headers, Authorization: `Token ${login.token}` },
      });
    await expect(attempt()).rejects.toThrow();
    expect(await stored("Towels")).toBe(1);
    const response = await attempt();
    expect(response.status).toBe(201);
    expect(await response.json()).toMatchObject({ text: "Towels" });
    expect(await stored("Towels")).toBe(1);
    expect(await publishedCount()).toBe(1);
  });
});
