// Messages between users, over every database: lists, answers, and who is told what.
import { expectPublished } from "@lockstep/testing";
import { privateUser } from "@lockstep-demo/publishers";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { users } from "../db/schema.ts";
import type { ErrorBody } from "../http/http-error.ts";
import { json, jsonOf, openTestApp, type TestApp } from "../testing/test-app.ts";
import { testDatabaseKinds } from "../testing/test-databases.ts";
import type { CrmConversation, CrmPerson, StoredCrmMessage } from "./to-crm-message.ts";

const AT = "2026-11-21T10:00:00.000Z";
const [NOOR, LIAM, INES] = [5, 6, 7];
const noorsCard = { id: NOOR, email: "noor@crm.example", first_name: "Noor", last_name: "Haddad" };

const toInes = {
  id: 4,
  sender: noorsCard,
  content: "The contract is signed.\nShall we meet on Monday?",
  subject: "Contract",
  created_at: AT,
  is_read: false,
};

describe.each(testDatabaseKinds)("on $name", (kind) => {
  let app: TestApp;
  let noor: TestApp["request"];
  let liam: TestApp["request"];
  let ines: TestApp["request"];
  beforeAll(async () => {
    app = await openTestApp(kind);
  });
  beforeEach(async () => {
    await app.reset();
    noor = await app.as("noor@crm.example");
    liam = await app.as("liam@crm.example");
    ines = await app.as("ines@crm.example");
  });
  afterAll(() => app.close());

  const { content, subject } = toInes;
  const send = (body: object) => noor("/api/messages/send/", json("POST", body));

  test("a message is stored, answered, and told to its recipient", async () => {
    const response = await send({ recipient_id: INES, content, subject });
    expect(response.status).toBe(201);
    const stored = { ...toInes, recipient_id: INES, conversation_id: 2 };
    expect(await response.json()).toEqual(stored);
    for (const reader of [noor, ines]) {
      expect((await jsonOf<StoredCrmMessage[]>(reader("/api/messages/")))[0]).toEqual(stored);
    }
    const last_message = { content, created_at: AT };
    const published = await app.publishedEvents();
    const { newMessage, conversationUpdated } = privateUser({ userId: INES });
    expectPublished(published, newMessage).withExactly(toInes);
    expectPublished(published, conversationUpdated).withExactly({
      conversation_id: 2,
      last_message,
    });
    expect(published.map(({ name }) => name)).toEqual(["new-message", "conversation-updated"]);
  });

  test("the first message of two people opens their conversation, whoever writes", async () => {
    const aoife = await app.as("aoife@killarney.example");
    const ciaran = await app.as("ciaran@killarney.example");
    const [toCiaran, toAoife] = [2, 1].map((recipient_id) =>
      json("POST", { recipient_id, content: "Hello!" }),
    );
    const first = await jsonOf<StoredCrmMessage>(aoife("/api/messages/send/", toCiaran));
    expect(first).toMatchObject({ subject: "", recipient_id: 2 });
    const second = await jsonOf<StoredCrmMessage>(ciaran("/api/messages/send/", toAoife));
    expect(second.conversation_id).toBe(first.conversation_id);
  });

  test("two first messages at once share one conversation", async () => {
    const aoife = await app.as("aoife@killarney.example");
    const [one, two] = await Promise.all(
      ["one", "two"].map((content) =>
        jsonOf<StoredCrmMessage>(
          aoife("/api/messages/send/", json("POST", { recipient_id: 2, content })),
        ),
      ),
    );
    expect(one?.conversation_id).toEqual(expect.any(Number));
    expect(two?.conversation_id).toBe(one?.conversation_id);
  });

  test("conversations are listed with their unread messages, the newest first", async () => {
    await send({ recipient_id: INES, content, subject });
    const list = await jsonOf<CrmConversation[]>(ines("/api/conversations/"));
    expect(list).toEqual([
      {
        id: 2,
        person: noorsCard,
        last_message: { content, created_at: AT },
        unread_count: 2,
      },
      {
        id: 3,
        person: expect.objectContaining({ id: LIAM }),
        last_message: expect.objectContaining({ content: expect.stringMatching(/^Welcome, Inês/) }),
        unread_count: 1,
      },
    ]);
    const ofNoor = await jsonOf<CrmConversation[]>(noor("/api/conversations/"));
    expect(ofNoor.map(({ unread_count }) => unread_count)).toEqual([0, 0]);
  });

  test("reading a message tells its sender, once", async () => {
    for (const response of [
      await ines("/api/messages/2/mark_read/", { method: "POST" }),
      await ines("/api/messages/2/mark_read", { method: "POST" }),
    ]) {
      expect(response.status).toBe(200);
      expect(await response.json()).toMatchObject({ id: 2, is_read: true });
    }
    const published = await app.publishedEvents();
    const { messageRead } = privateUser({ userId: NOOR });
    expectPublished(published, messageRead).withExactly({ message_id: 2, read_by: INES });
    expect(published).toHaveLength(1);
    const [first] = await jsonOf<CrmConversation[]>(ines("/api/conversations/"));
    expect(first?.unread_count).toBe(1);
  });

  test("whom one can write to are those of one's own house, also before the first message", async () => {
    const card = { ...noorsCard, id: 8, email: "kai@crm.example", first_name: "Kai" };
    await app.db.insert(users).values({
      email: card.email,
      firstName: card.first_name,
      lastName: card.last_name,
      passwordHash: "none",
    });
    const idsFor = async (request: TestApp["request"]) => {
      const people = await jsonOf<CrmPerson[]>(request("/api/messages/recipients/"));
      return people.map(({ id }) => id);
    };
    expect(await idsFor(noor)).toEqual([INES, 8, LIAM]);
    expect(await jsonOf(noor("/api/messages/recipients/"))).toContainEqual(card);
    // staff of a hotel see their colleagues, and nobody of another one
    expect(await idsFor(await app.as("aoife@killarney.example"))).toEqual([2]);
    expect(await idsFor(await app.as("marta@paradise.example"))).toEqual([4]);
  });

  // cause: any id was taken, and the conversation showed its sender whose e-mail address that is
  test("nobody writes to another house, except to who has written before", async () => {
    const refusal = await jsonOf<ErrorBody>(send({ recipient_id: 99, content }));
    const response = await send({ recipient_id: 1, content });
    expect(response.status).toBe(400);
    expect(await response.json()).toEqual(refusal);
    expect(await app.writtenEvents()).toEqual([]);
    // Aoife wrote while she still worked for nobody
    await app.db.update(users).set({ hotelId: null }).where(eq(users.id, 1));
    const aoife = await app.as("aoife@killarney.example");
    const hello = json("POST", { recipient_id: NOOR, content });
    expect((await aoife("/api/messages/send/", hello)).status).toBe(201);
    await app.db.update(users).set({ hotelId: 1 }).where(eq(users.id, 1));
    expect((await send({ recipient_id: 1, content })).status).toBe(201);
  });

  test("nobody reads another's messages", async () => {
    const ids = (list: StoredCrmMessage[]) => list.map(({ id }) => id);
    expect(ids(await jsonOf(noor("/api/messages/")))).toEqual([2, 1]);
    expect(ids(await jsonOf(liam("/api/messages/")))).toEqual([3, 1]);
    for (const [who, id] of [
      [liam, 2],
      [noor, 2],
      [noor, 99],
      [noor, "x"],
    ] as const) {
      const response = await who(`/api/messages/${id}/mark_read/`, { method: "POST" });
      expect(response.status).toBe(404);
      expect(await response.json()).toEqual({ error: "There is no such message" });
    }
    expect(await app.writtenEvents()).toEqual([]);
  });

  test.each([
    ["GET", "/api/messages/"],
    ["GET", "/api/conversations/"],
    ["GET", "/api/messages/recipients/"],
    ["POST", "/api/messages/send/"],
    ["POST", "/api/messages/2/mark_read/"],
  ])("%s %s needs a login", async (method, path) => {
    expect((await app.request(path, { method })).status).toBe(401);
    expect((await (await app.asGuest(101))(path, { method })).status).toBe(403);
  });

  test.each([
    { change: { recipient_id: undefined }, fields: { recipient_id: "must be the id of a user" } },
    { change: { recipient_id: "6" }, fields: { recipient_id: "must be the id of a user" } },
    { change: { recipient_id: 99 }, fields: { recipient_id: "is not a user" } },
    { change: { recipient_id: 2 ** 40 }, fields: { recipient_id: "is not a user" } },
    { change: { recipient_id: NOOR }, fields: { recipient_id: "must be somebody else" } },
    { change: { content: " " }, fields: { content: "must not be empty" } },
    {
      change: { subject: "a".repeat(201) },
      fields: { subject: "must have at most 200 characters" },
    },
  ])("$change is refused", async ({ change, fields }) => {
    const response = await send({ recipient_id: LIAM, content, subject, ...change });
    expect(response.status).toBe(400);
    expect((await jsonOf<ErrorBody>(response)).fields).toEqual(fields);
    expect(await app.writtenEvents()).toEqual([]);
  });
});
