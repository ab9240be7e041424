// Channel authorization, over every database: what is signed, and that every attack is refused.
import Pusher from "pusher";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ErrorBody } from "../http/http-error.ts";
import { json, jsonOf, openTestApp, type TestApp } from "../testing/test-app.ts";
import { testDatabaseKinds } from "../testing/test-databases.ts";

const AUTH = "/api/pusher/auth/";
const SOCKET = "1234.5678";
const credentials = { appId: "1", key: "demo-key", secret: "demo-secret", cluster: "eu" };
const signer = new Pusher(credentials);
/** More than one person needs in the other tests. */
const SUBSCRIPTIONS_PER_MINUTE = 200;

function pusherForm(fields: Readonly<Record<string, string>>): RequestInit {
  return { method: "POST", body: new URLSearchParams(fields) };
}

/** What pusher-js sends for a channel. */
function asked(channel: string): RequestInit {
  return pusherForm({ socket_id: SOCKET, channel_name: channel });
}

const people = ["aoife", "marta", "noor", "guest 101", "guest 205", "guest of paradise"] as const;
type Person = (typeof people)[number];

describe.each(testDatabaseKinds)("on $name", (kind) => {
  let app: TestApp;
  let requestOf: Readonly<Record<Person, TestApp["request"]>>;
  beforeAll(async () => {
    app = await openTestApp(kind, {
      signer,
      metricsToken: "monitoring-only",
      subscriptionsPerMinute: SUBSCRIPTIONS_PER_MINUTE,
    });
    await app.reset();
    requestOf = {
      aoife: await app.as("aoife@killarney.example"),
      marta: await app.as("marta@paradise.example"),
      noor: await app.as("noor@crm.example"),
      "guest 101": await app.asGuest(101),
      "guest 205": await app.asGuest(205),
      "guest of paradise": await app.asGuest(101, "hotel-paradise"),
    };
  });
  afterAll(() => app.close());

  const channels: readonly (readonly [channel: string, allowed: readonly Person[]])[] = [
    ["private-user-1", ["aoife"]],
    ["private-user-5", ["noor"]],
    ["private-hotel-killarney.staff-chat.1", ["aoife"]],
    ["private-hotel-hotel-paradise.staff-chat.3", ["marta"]],
    ["private-killarney-room-101-chat", ["aoife", "guest 101"]],
    ["private-killarney-room-205-chat", ["aoife", "guest 205"]],
    ["private-hotel-paradise-room-101-chat", ["marta", "guest of paradise"]],
    ["private-killarney-conversation-1-chat", ["aoife", "guest 101"]],
    ["private-hotel-paradise-conversation-3-chat", ["marta", "guest of paradise"]],
  ];

  test.each(channels)("%s is for %j and nobody else", async (channel, allowed) => {
    const { auth } = signer.authorizeChannel(SOCKET, channel);
    for (const person of people) {
      const response = await requestOf[person](AUTH, asked(channel));
      const body: unknown = await response.json();
      if (allowed.includes(person)) expect([response.status, body]).toEqual([200, { auth }]);
      else expect(response.status, `${person} on ${channel}`).toBe(403);
    }
  });

  test("many channels are one request, and each is decided by itself", async () => {
    const own = ["private-user-1", "private-killarney-room-101-chat"];
    const channel_names = [...own, "private-user-5", "private-hotel-paradise-room-101-chat"];
    const body = { socket_id: SOCKET, channel_names };
    const response = await requestOf.aoife(AUTH, json("POST", body));
    expect(response.status).toBe(200);
    const refused = { error: expect.stringContaining("the policy denies it"), status: 403 };
    expect(await response.json()).toEqual({
      channels: [...own.map((name) => signer.authorizeChannel(SOCKET, name)), refused, refused],
    });
    const counted = await (
      await app.request("/metrics", { headers: { Authorization: "Bearer monitoring-only" } })
    ).text();
    expect(counted).toMatch(/lockstep_subscriptions_total\{outcome="granted"\} [1-9]/);
    expect(counted).toMatch(/lockstep_subscriptions_total\{outcome="refused"\} [1-9]/);
  });

  test.each([
    ["aoife", { user_id: "staff-1", user_info: { name: "Aoife Byrne", role: "staff" } }],
    ["guest 101", { user_id: "guest", user_info: { name: "Emma Fischer", role: "guest" } }],
  ] as const)("%s enters a room's presence channel under a name", async (person, member) => {
    const channel = "presence-killarney-room-101-chat";
    const response = await requestOf[person](AUTH, asked(channel));
    expect(response.status).toBe(200);
    const answer = await jsonOf<{ auth: string; channel_data: string }>(response);
    expect(JSON.parse(answer.channel_data)).toEqual(member);
    expect(answer).toEqual(signer.authorizeChannel(SOCKET, channel, member));
  });

  test.each(["marta", "noor", "guest 205", "guest of paradise"] as const)(
    "%s does not enter it",
    async (person) => {
      const channel = "presence-killarney-room-101-chat";
      expect((await requestOf[person](AUTH, asked(channel))).status).toBe(403);
    },
  );

  test.each(["presence-hotel-killarney.staff-chat", "presence-hotel-killarney.staff-chat.1"])(
    "aoife is in %s of her hotel under her name",
    async (channel) => {
      const answer = await jsonOf<{ channel_data: string }>(requestOf.aoife(AUTH, asked(channel)));
      const member = { user_id: "staff-1", user_info: { staff_id: 1, staff_name: "Aoife Byrne" } };
      expect(JSON.parse(answer.channel_data)).toEqual(member);
      expect(answer).toEqual(signer.authorizeChannel(SOCKET, channel, member));
    },
  );

  test.each(["marta", "noor", "guest 101", "guest of paradise"] as const)(
    "%s is not seen in them",
    async (person) => {
      for (const channel of [
        "presence-hotel-killarney.staff-chat",
        "presence-hotel-killarney.staff-chat.1",
      ])
        expect((await requestOf[person](AUTH, asked(channel))).status).toBe(403);
    },
  );

  test.each([
    // another user's channel, and what looks like one's own
    "private-user-6",
    "private-user-5x",
    "private-user-05",
    "private-user-+5",
    "private-user-5.0",
    "private-user-5e0",
    "private-user--5",
    "private-user-",
    "private-user-abc",
    "private-user-{userId}",
    "private-user-5 ",
    " private-user-5",
    "private-user-5\n",
    "private-user-5\0",
    "private-user-%35",
    "private-user-5%00",
    "private-user-5/../5",
    "private-user-٥",
    "PRIVATE-USER-5",
    "private-user-5,private-user-6",
    `private-user-${"5".repeat(300)}`,
    "private-user-9007199254740993",
    // other kinds of one's own channel
    "private-encrypted-user-5",
    "private-cache-user-5",
    "presence-user-5",
    "user-5",
    "#server-to-user-5",
    // names that are no channel's of the contract
    "private-",
    "private-something",
    "presence-something",
    "hotel-killarney",
    "killarney-room-101-chat",
    "constructor",
    "__proto__",
    "private-".padEnd(165, "x"),
    "private-".padEnd(10_000, "x"),
  ])("nobody is let into %j", async (channel) => {
    const response = await requestOf.noor(AUTH, asked(channel));
    expect(response.status).toBe(403);
    expect(await response.json()).toEqual({ error: expect.any(String) });
  });

  test.each([
    // conversations and rooms of another hotel, or of none, under one's own slug
    "private-hotel-killarney.staff-chat.3",
    "private-hotel-killarney.staff-chat.99",
    "private-hotel-killarney.staff-chat.9007199254740991",
    "private-hotel-killarney.staff-chat.1.2",
    "private-hotel-killarney.staff-chat.01",
    "private-hotel-hotel-paradise.staff-chat.1",
    "presence-hotel-hotel-paradise.staff-chat",
    "presence-hotel-killarney.staff-chat.3",
    "presence-hotel-killarney.staff-chat.99",
    "presence-hotel-killarney.staff-chat.01",
    "presence-hotel-killarney.staff-chat.9007199254740991",
    "presence-hotel-hotel-paradise.staff-chat.1",
    "presence-hotel-killarney.staff-chat.",
    "presence-hotel-killarney",
    "presence-killarney.staff-chat",
    "presence-hotel-Killarney.staff-chat",
    "presence-hotel-killarney.staff-chat\n",
    "presence-cache-hotel-killarney.staff-chat",
    "private-hotel-killarney.staff-chat",
    "private-killarney-conversation-3-chat",
    "private-killarney-conversation-9007199254740991-chat",
    "private-killarney-room-999-chat",
    "private-killarney-room-302-chat",
    "presence-killarney-room-302-chat",
    "private-hotel-paradise-room-101-chat",
    "private-killarney-room-0101-chat",
    // slugs that swallow a part of another address
    "private-hotel-killarney-room-101-chat",
    "private-user-1-room-101-chat",
    "private-killarney-room-101-chat-conversation-1-chat",
    "private-killarney-conversation-1-chat-room-101-chat",
    "private-encrypted-killarney-room-101-chat",
    "private-cache-killarney-room-101-chat",
    "private-private-killarney-room-101-chat",
    "private-presence-killarney-room-101-chat",
    "private-killarney--room-101-chat",
    "private-Killarney-room-101-chat",
    "private-killarney-room-101-chat-",
    "private-killarney-room-101-chat\n",
  ])("staff are let into no %j", async (channel) => {
    expect((await requestOf.aoife(AUTH, asked(channel))).status).toBe(403);
  });

  test.each(["1", "1.2.3", "1234", "a.b", "1.2:private-user-6", "1.2\n", "-1.2"])(
    "the socket %j is refused",
    async (socket_id) => {
      const body = pusherForm({ socket_id, channel_name: "private-user-5" });
      expect((await requestOf.noor(AUTH, body)).status).toBe(403);
    },
  );

  test("JSON is taken as well as a form, with and without the slash", async () => {
    const body = json("POST", { socket_id: SOCKET, channel_name: "private-user-5" });
    const { auth } = signer.authorizeChannel(SOCKET, "private-user-5");
    for (const path of [AUTH, "/api/pusher/auth"]) {
      expect(await jsonOf(requestOf.noor(path, body))).toEqual({ auth });
    }
  });

  test.each([
    { what: "a form without a channel", body: pusherForm({ socket_id: SOCKET }) },
    { what: "a form without a socket", body: pusherForm({ channel_name: "private-user-5" }) },
    { what: "an empty form", body: pusherForm({ socket_id: "", channel_name: "" }) },
    { what: "no body", body: { method: "POST" } },
    { what: "empty JSON", body: json("POST", {}) },
    { what: "JSON null", body: json("POST", null) },
    { what: "a JSON list", body: json("POST", []) },
    {
      what: "broken JSON",
      body: { method: "POST", body: "{", headers: { "Content-Type": "application/json" } },
    },
  ])("$what is incomplete", async ({ body }) => {
    const response = await requestOf.noor(AUTH, body);
    expect(response.status).toBe(400);
    expect((await jsonOf<ErrorBody>(response)).error).toMatch(
      /^(socket_id|channel_name) is missing$/,
    );
  });

  test.each([["private-user-5"], { name: "private-user-5" }, 5, true])(
    "the JSON channel %j is refused",
    async (channel_name) => {
      const body = json("POST", { socket_id: SOCKET, channel_name });
      expect((await requestOf.noor(AUTH, body)).status).toBe(403);
    },
  );

  test("of a name that is given twice, one is asked for and only that one is signed", async () => {
    const body = `socket_id=${SOCKET}&channel_name=private-user-5&channel_name=private-user-6`;
    const headers = { "Content-Type": "application/x-www-form-urlencoded" };
    expect((await requestOf.noor(AUTH, { method: "POST", body, headers })).status).toBe(403);
  });

  test("nobody is signed for without a login", async () => {
    expect((await app.request(AUTH, asked("private-user-5"))).status).toBe(401);
    const headers = { Authorization: "Token nonsense" };
    const init = { ...asked("private-user-5"), headers };
    expect((await app.request(AUTH, init)).status).toBe(401);
  });

  test("a body that is too large is refused", async () => {
    expect((await requestOf.noor(AUTH, asked("x".repeat(20_000)))).status).toBe(413);
  });

  test("a refusal is one line of the log", async () => {
    app.logged.length = 0;
    await requestOf.noor(AUTH, asked("private-user-6\n"));
    expect(app.logged.map((line) => JSON.parse(line))).toEqual([
      {
        time: expect.any(String),
        level: "warn",
        message: "subscription refused",
        who: "user 5",
        status: 403,
        reason: expect.stringMatching(/^"private-user-6\\n" is no name of a channel/),
      },
    ]);
  });

  test("the endpoint refuses who asks all the time, and nobody else", async () => {
    const [ciaran, tomas] = [
      await app.as("ciaran@killarney.example"),
      await app.as("tomas@paradise.example"),
    ];
    // fifty at once are fifty: else one person has fifty times as many decisions, and lines of the log, a minute
    const channel_names = Array.from({ length: 50 }, () => "private-user-2");
    const body = json("POST", { socket_id: SOCKET, channel_names });
    for (let batch = 0; batch < SUBSCRIPTIONS_PER_MINUTE / 50; batch++)
      expect((await ciaran(AUTH, body)).status).toBe(200);
    const refused = await ciaran(AUTH, asked("private-user-2"));
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get("Retry-After"))).toBeGreaterThan(0);
    expect((await tomas(AUTH, asked("private-user-4"))).status).toBe(200);
  });
});

test("without a realtime server nothing is signed", async () => {
  const [kind] = testDatabaseKinds;
  if (kind === undefined) throw new Error("no database");
  const app = await openTestApp(kind);
  await app.reset();
  const response = await (await app.as("noor@crm.example"))(AUTH, asked("private-user-5"));
  expect(response.status).toBe(403);
  expect(await response.json()).toEqual({ error: "Realtime is switched off" });
  await app.close();
});
