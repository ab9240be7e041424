// Whose a connection is, and that it ends with the session, over every database.
import { createHash } from "node:crypto";
import { eq } from "drizzle-orm";
import Pusher from "pusher";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { guestRooms, guestSessions, sessions } from "../db/schema.ts";
import { json, jsonOf, openTestApp, type TestApp } from "../testing/test-app.ts";
import { testDatabaseKinds } from "../testing/test-databases.ts";
import { createSessionConnections, type SignedUser } from "./session-connections.ts";

const USER_AUTH = "/api/pusher/user-auth/";
const SOCKET = "1234.5678";
const pusher = new Pusher({ appId: "1", key: "demo-key", secret: "demo-secret", cluster: "eu" });

/** Ids whose connections the realtime server was told to close, and those that it does not close; `*` are all. */
const realtime: { closed: string[]; refused: Set<string> } = { closed: [], refused: new Set() };
const connections = createSessionConnections({
  authenticateUser: (...asked) => pusher.authenticateUser(...asked),
  async terminateUserConnections(id) {
    if (realtime.refused.has("*") || realtime.refused.has(id))
      throw Object.assign(new Error(), { status: 503 });
    realtime.closed.push(id);
  },
});

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

describe.each(testDatabaseKinds)("on $name", (kind) => {
  let app: TestApp;
  let now: Date;
  const later = (ms: number) => {
    now = new Date(now.getTime() + ms);
  };
  const endAll = () => app.deps.sessionsEnd.endAll();
  beforeAll(async () => {
    app = await openTestApp(kind, { connections, now: () => now });
  });
  beforeEach(async () => {
    await app.reset();
    now = new Date("2026-11-21T10:00:00Z");
    Object.assign(realtime, { closed: [], refused: new Set() });
  });
  afterAll(() => app.close());

  const body = json("POST", { socket_id: SOCKET });
  const idOf = async (request: TestApp["request"]) => {
    const signed = await jsonOf<SignedUser>(request(USER_AUTH, body));
    expect(signed).toEqual(pusher.authenticateUser(SOCKET, JSON.parse(signed.user_data)));
    return (JSON.parse(signed.user_data) as { readonly id: string }).id;
  };
  const rows = async () => [
    ...(await app.db.select().from(sessions)),
    ...(await app.db.select().from(guestSessions)),
  ];

  test("each session is a user of its own, which tells nothing of its token", async () => {
    const token = await jsonOf<{ token: string }>(
      app.request(
        "/api/auth/login",
        json("POST", { email: "noor@crm.example", password: "lockstep" }),
      ),
    ).then((login) => login.token);
    const headers = { Authorization: `Token ${token}` };
    const asNoor: TestApp["request"] = (path, init = {}) =>
      app.request(path, { ...init, headers: { ...init.headers, ...headers } });
    const id = await idOf(asNoor);
    expect(id).toBe(await idOf(asNoor));
    expect(id).toBe(createHash("sha256").update(token).digest("base64url"));
    const others = await Promise.all(
      [app.as("noor@crm.example"), app.asGuest(101), app.asGuest(101)].map(async (one) =>
        idOf(await one),
      ),
    );
    expect(new Set([id, ...others]).size).toBe(4);
  });

  // cause: stock pusher-js, which posts a form, got 400
  test("a form says it as well as JSON, with and without the slash", async () => {
    const asNoor = await app.as("noor@crm.example");
    const signed = await jsonOf<SignedUser>(asNoor(USER_AUTH, body));
    for (const path of [USER_AUTH, "/api/pusher/user-auth"]) {
      const form = { method: "POST", body: new URLSearchParams({ socket_id: SOCKET }) };
      const response = await asNoor(path, form);
      expect([response.status, await response.json()]).toEqual([200, signed]);
    }
    for (const form of ["", "socket_id=", "socket_id=1.2%0A", "channel_name=private-user-5"]) {
      const init = { method: "POST", body: new URLSearchParams(form) };
      expect((await asNoor(USER_AUTH, init)).status).toBe(400);
    }
    const broken = { ...body, body: "{" };
    expect(await jsonOf(asNoor(USER_AUTH, broken))).toMatchObject({
      fields: { socket_id: "is required" },
    });
  });

  test("nobody is vouched for without a session, and no socket of another form", async () => {
    expect((await app.request(USER_AUTH, body)).status).toBe(401);
    const asNoor = await app.as("noor@crm.example");
    for (const socket_id of ["1", "1.2:private-user-6", "1.2\n", "1.2::user::{}", 7, null]) {
      expect((await asNoor(USER_AUTH, json("POST", { socket_id }))).status).toBe(400);
    }
  });

  test("a sign-out closes the connections of that session, and of no other", async () => {
    const [here, there] = [await app.as("aoife@killarney.example"), await app.asGuest(101)];
    await app.as("aoife@killarney.example");
    const [staff, guest] = [await idOf(here), await idOf(there)];
    await here("/api/auth/logout/", { method: "POST" });
    await expect.poll(() => realtime.closed).toEqual([staff]);
    await there("/api/guest/logout/", { method: "POST" });
    await expect.poll(() => realtime.closed).toEqual([staff, guest]);
    await expect.poll(rows).toHaveLength(1);
  });

  test("a sign-out holds for a process whose clock is behind", async () => {
    const [user, guest] = [await app.as("noor@crm.example"), await app.asGuest(101)];
    // the rows stay
    realtime.refused.add("*");
    await user("/api/auth/logout/", { method: "POST" });
    await guest("/api/guest/logout/", { method: "POST" });
    later(-MINUTE_MS);
    expect((await user("/api/auth/me/")).status).toBe(401);
    expect((await guest("/api/guest/me/")).status).toBe(401);
    expect(await rows()).toHaveLength(2);
  });

  test("a session that ends by its age takes its connections along", async () => {
    const [user, guest] = [await app.as("noor@crm.example"), await app.asGuest(205)];
    const ids = [await idOf(user), await idOf(guest)];
    await endAll();
    expect(realtime.closed).toEqual([]);
    later(15 * DAY_MS);
    await endAll();
    expect(realtime.closed).toEqual(ids);
    expect(await rows()).toEqual([]);
  });

  test("a check-in takes the connections of the guest before along, and of no other", async () => {
    const [before, other] = [await app.asGuest(101), await app.asGuest(205)];
    const id = await idOf(before);
    await app.db
      .update(guestRooms)
      .set({ pinHash: "scrypt$4$8$1$other$other" })
      .where(eq(guestRooms.id, 1));
    await app.asGuest(101);
    await endAll();
    expect(realtime.closed).toEqual([id]);
    expect((await other("/api/guest/me/")).status).toBe(200);
    expect(await rows()).toHaveLength(2);
  });

  test("while the realtime server cannot be reached, a sign-out is good, and is not forgotten", async () => {
    const asNoor = await app.as("noor@crm.example");
    const id = await idOf(asNoor);
    realtime.refused.add("*");
    expect((await asNoor("/api/auth/logout/", { method: "POST" })).status).toBe(204);
    expect((await asNoor("/api/auth/me/")).status).toBe(401);
    expect((await asNoor(USER_AUTH, body)).status).toBe(401);
    await endAll();
    expect(app.logged.join("\n")).toContain(
      "realtime: connections of a session not closed; the server answered 503",
    );
    realtime.refused.clear();
    await endAll();
    expect(realtime.closed).toEqual([id]);
  });

  // cause: the first session that the realtime server refused was in the way of all others
  test("sessions that are refused for ever are in nobody's way, and are given up after a day", async () => {
    const stuck = await Promise.all(
      Array.from({ length: 25 }, async () => {
        const request = await app.as("noor@crm.example");
        realtime.refused.add(await idOf(request));
        return request;
      }),
    );
    await Promise.all(stuck.map((request) => request("/api/auth/logout/", { method: "POST" })));
    await expect.poll(() => app.logged).toHaveLength(stuck.length);
    app.logged.length = 0;
    const guest = await app.asGuest(101);
    const id = await idOf(guest);
    await app.db.update(guestSessions).set({ expiresAt: now });
    await endAll();
    expect(realtime.closed).toEqual([id]);
    expect(await rows()).toHaveLength(stuck.length);
    later(DAY_MS);
    await endAll();
    expect(await rows()).toEqual([]);
    expect(app.logged.map((line) => JSON.parse(line))).toMatchObject([
      { message: "connections not ended, to be tried again", sessions: stuck.length },
      { message: "connections not ended for a day, given up", sessions: stuck.length },
    ]);
  });

  test("a sign-out closes its own connections at once, whatever waits before it", async () => {
    const [stuck, fresh] = [await app.as("noor@crm.example"), await app.asGuest(101)];
    const id = await idOf(fresh);
    realtime.refused.add(await idOf(stuck));
    await stuck("/api/auth/logout/", { method: "POST" });
    await fresh("/api/guest/logout/", { method: "POST" });
    await expect.poll(() => realtime.closed).toEqual([id]);
  });
});

test("without a realtime server there is nothing to sign for, and a session ends all the same", async () => {
  const [kind] = testDatabaseKinds;
  if (kind === undefined) throw new Error("no database");
  const app = await openTestApp(kind);
  await app.reset();
  const asNoor = await app.as("noor@crm.example");
  expect((await asNoor(USER_AUTH, json("POST", { socket_id: SOCKET }))).status).toBe(403);
  await asNoor("/api/auth/logout/", { method: "POST" });
  await expect.poll(() => app.db.select().from(sessions)).toEqual([]);
  await app.close();
});
