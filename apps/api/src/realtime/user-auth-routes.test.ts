// Whose a connection is, and that it ends with the session, over every database.
import { createHash } from "node:crypto";
import Pusher from "pusher";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createSessionsEnd } from "../auth/end-sessions.ts";
import { guestSessions, sessions } from "../db/schema.ts";
import { json, jsonOf, openTestApp, type TestApp } from "../testing/test-app.ts";
import { testDatabaseKinds } from "../testing/test-databases.ts";
import { createSessionConnections, type SignedUser } from "./session-connections.ts";

const USER_AUTH = "/api/pusher/user-auth/";
const SOCKET = "1234.5678";
const pusher = new Pusher({ appId: "1", key: "demo-key", secret: "demo-secret", cluster: "eu" });

/** Ids whose connections the realtime server was told to close; `refusal` is what it rejects with. */
const realtime: { closed: string[]; refusal: object | undefined } = {
  closed: [],
  refusal: undefined,
};
const connections = createSessionConnections({
  authenticateUser: (...asked) => pusher.authenticateUser(...asked),
  async terminateUserConnections(id) {
    if (realtime.refusal) throw realtime.refusal;
    realtime.closed.push(id);
  },
});

describe.each(testDatabaseKinds)("on $name", (kind) => {
  let app: TestApp;
  let endSessions: () => Promise<void>;
  let now: Date;
  beforeAll(async () => {
    const ended: { run: () => Promise<void> } = { run: async () => {} };
    app = await openTestApp(kind, { connections, endSessions: () => ended.run() });
    endSessions = () => createSessionsEnd({ ...app.deps, now: () => now })();
    ended.run = endSessions;
  });
  beforeEach(async () => {
    await app.reset();
    now = app.deps.now();
    Object.assign(realtime, { closed: [], refusal: undefined });
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

  test("a session that ends by its age takes its connections along", async () => {
    const [user, guest] = [await app.as("noor@crm.example"), await app.asGuest(205)];
    const ids = [await idOf(user), await idOf(guest)];
    await endSessions();
    expect(realtime.closed).toEqual([]);
    now = new Date(now.getTime() + 15 * 86_400_000);
    await endSessions();
    expect(realtime.closed).toEqual(ids);
    expect(await rows()).toEqual([]);
  });

  test("while the realtime server cannot be reached, a sign-out is good, and is not forgotten", async () => {
    const asNoor = await app.as("noor@crm.example");
    const id = await idOf(asNoor);
    realtime.refusal = Object.assign(new Error(), { status: 503 });
    expect((await asNoor("/api/auth/logout/", { method: "POST" })).status).toBe(204);
    expect((await asNoor("/api/auth/me/")).status).toBe(401);
    expect((await asNoor(USER_AUTH, body)).status).toBe(401);
    await endSessions();
    expect(app.logged.join("\n")).toContain(
      "realtime: connections of a session not closed; the server answered 503",
    );
    realtime.refusal = undefined;
    await endSessions();
    expect(realtime.closed).toEqual([id]);
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
  await createSessionsEnd(app.deps)();
  expect(await app.db.select().from(sessions)).toEqual([]);
  await app.close();
});
