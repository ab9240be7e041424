// Staff chat, over every database: who may read and write, and what is published.
import { createWithDeprecated, type WithDeprecated } from "@lockstep-demo/publishers";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { ErrorBody } from "../http/http-error.ts";
import { deprecatedMappings } from "../realtime/deprecated-mappings.ts";
import { json, jsonOf, openTestApp, type TestApp } from "../testing/test-app.ts";
import { testDatabaseKinds } from "../testing/test-databases.ts";
import type { StaffConversation, StaffMessage } from "./to-staff-message.ts";

const CHAT = "/api/staff/hotel/killarney/staff-chat/conversations/";
const MESSAGES = `${CHAT}1/messages/`;

const message: StaffMessage = {
  message_id: 1,
  conversation_id: 1,
  sender_id: 1,
  sender_name: "Aoife Byrne",
  text: "Room 12 needs a cot before three.",
  created_at: "2026-11-21T10:00:00.000Z",
};

describe.each(testDatabaseKinds)("on $name", (kind) => {
  let app: TestApp;
  let staff: TestApp["request"];
  beforeAll(async () => {
    app = await openTestApp(kind);
  });
  beforeEach(async () => {
    await app.reset();
    staff = await app.as("aoife@killarney.example");
  });
  afterAll(() => app.close());

  const send = (text: unknown, path = MESSAGES) => staff(path, json("POST", { text }));

  test("a message is stored, answered and published in its envelope", async () => {
    const response = await send(`  ${message.text}\n`);
    expect(response.status).toBe(201);
    expect(await response.json()).toEqual(message);
    expect(await jsonOf(staff(MESSAGES))).toEqual([message]);
    expect(await app.writtenEvents()).toEqual([
      {
        channel: "private-hotel-killarney.staff-chat.1",
        name: "message_created",
        payload: message,
        envelope: {
          specversion: "1.0",
          type: "message_created",
          time: expect.any(String),
          sequence: "000000000001",
        },
      },
    ]);
    expect(app.notified()).toBe(1);
  });

  test("conversations are listed with their last message, and messages in their order", async () => {
    await send("first");
    await send("second");
    const [first, second] = await jsonOf<StaffMessage[]>(staff(MESSAGES));
    expect([first?.text, second?.text]).toEqual(["first", "second"]);
    expect(await jsonOf<StaffConversation[]>(staff(CHAT))).toEqual([
      { id: 1, title: "Reception", last_message: second },
      { id: 2, title: "Housekeeping", last_message: null },
    ]);
  });

  const routes = [
    ["GET", CHAT],
    ["GET", MESSAGES],
    ["POST", MESSAGES],
  ] as const;

  test.each(routes)("%s %s is for staff of that hotel only", async (method, path) => {
    const body = method === "POST" ? json(method, { text: "hello" }) : { method };
    expect((await app.request(path, body)).status).toBe(401);
    for (const email of ["marta@paradise.example", "noor@crm.example"]) {
      expect((await (await app.as(email))(path, body)).status).toBe(403);
    }
    expect(await app.writtenEvents()).toEqual([]);
  });

  test.each(["3", "99", "0", "01x", "99999999999"])(
    "the conversation %s is none of this hotel",
    async (id) => {
      for (const response of [
        await staff(`${CHAT}${id}/messages/`),
        await send("hello", `${CHAT}${id}/messages/`),
      ]) {
        expect(response.status).toBe(404);
        expect(await response.json()).toEqual({ error: "There is no such conversation" });
      }
      expect(await app.writtenEvents()).toEqual([]);
    },
  );

  test.each([
    { text: undefined, problem: "is required" },
    { text: " \n", problem: "must not be empty" },
    { text: "a".repeat(2001), problem: "must have at most 2000 characters" },
    { text: "a\0", problem: "must not contain control characters" },
    { text: "\ud800", problem: "must not contain half of a surrogate pair" },
    { text: 7, problem: "must be text" },
  ])("the text $text is refused: it $problem", async ({ text, problem }) => {
    const response = await send(text);
    expect(response.status).toBe(400);
    expect((await jsonOf<ErrorBody>(response)).fields).toEqual({ text: problem });
    expect(await app.writtenEvents()).toEqual([]);
  });

  test("the longest text fits in an event", async () => {
    expect((await send("\u{1f3e8}".repeat(2000))).status).toBe(201);
  });
});

describe("while old clients are being moved", () => {
  const old = "hotel-killarney.staff-chat.1";

  async function send(withDeprecated: WithDeprecated) {
    const [kind] = testDatabaseKinds;
    if (kind === undefined) throw new Error("no database");
    const app = await openTestApp(kind, { withDeprecated });
    try {
      await app.reset();
      const staff = await app.as("aoife@killarney.example");
      await staff(MESSAGES, json("POST", { text: message.text }));
      return await app.writtenEvents();
    } finally {
      await app.close();
    }
  }

  test("the old public channel gets the message too, by both names", async () => {
    const now = () => new Date("2027-06-30T23:59:59Z");
    const envelope = expect.objectContaining({ type: "message_created" });
    expect(await send(createWithDeprecated(deprecatedMappings, { now }))).toEqual([
      { channel: `private-${old}`, name: "message_created", payload: message, envelope },
      { channel: old, name: "message_created", payload: message, envelope },
      { channel: old, name: "message-created", payload: { payload: message } },
    ]);
  });

  test("a message is sent also where what old clients read cannot be made", async () => {
    const problems: string[] = [];
    const messageCreatedObsolete = () => ({ payload: { ...message, text: "" } });
    const mappings = { staffChatConversationPublic: { messageCreatedObsolete } };
    const events = await send(
      createWithDeprecated(mappings, {
        now: () => new Date("2026-11-21T10:00:00Z"),
        onTwinError: ({ message: text }) => problems.push(text),
      }),
    );
    expect(events.map(({ channel, name }) => `${channel} ${name}`)).toEqual([
      `private-${old} message_created`,
      `${old} message_created`,
    ]);
    expect(problems).toEqual([
      expect.stringMatching(/^deprecated event message-created of .* payload\.payload\.text must/),
    ]);
  });

  test("it gets nothing any more after its last day, of which the log hears", async () => {
    const told: string[] = [];
    const options = {
      now: () => new Date("2027-07-01T00:00:00Z"),
      onDeprecated: ({ message: text }: { readonly message: string }) => told.push(text),
    };
    const events = await send(createWithDeprecated(deprecatedMappings, options));
    expect(events.map(({ channel }) => channel)).toEqual([`private-${old}`]);
    expect(told).toEqual([
      expect.stringContaining("event message_created of channel staffChatConversationPublic ended"),
      expect.stringContaining("event message-created of channel staffChatConversationPublic ended"),
    ]);
  });
});
