// Guest chat, over every database: both sides, who may do what, and what is published.
import { createWithDeprecated } from "@lockstep-demo/publishers";
import { isNotNull } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { guestMessages } from "../db/schema.ts";
import type { ErrorBody } from "../http/http-error.ts";
import { deprecatedMappings } from "../realtime/deprecated-mappings.ts";
import { json, jsonOf, openTestApp, type TestApp } from "../testing/test-app.ts";
import { testDatabaseKinds } from "../testing/test-databases.ts";
import type { GuestNotification } from "./guest-notifier.ts";
import { tellForgottenGuests } from "./tell-absent-guest.ts";
import type { GuestConversation, StoredGuestMessage } from "./to-guest-message.ts";

const STAFF = "/api/staff/hotel/killarney/guest-chat/conversations/";
const STAFF_MESSAGES = `${STAFF}1/messages/`;
const GUEST_MESSAGES = "/api/guest/hotel/killarney/conversations/1/messages/";
const AT = "2026-11-21T10:00:00.000Z";

const fromStaff = {
  id: 1,
  conversation_id: 1,
  room_number: 101,
  message: "Your towels are on their way.",
  sender_type: "staff",
  sender_name: "Aoife Byrne",
  created_at: AT,
} as const;
const fromGuest = {
  ...fromStaff,
  message: "Thank you!",
  sender_type: "guest",
  sender_name: "Emma Fischer",
} as const;

const ROOM = "killarney-room-101-chat";
const CONVERSATION = "killarney-conversation-1-chat";
const delivered = { message_id: 1, delivered_at: AT, status: "delivered" };

function staffEvents(prefix: string) {
  return [
    { channel: prefix + ROOM, name: "new-staff-message", payload: fromStaff },
    { channel: prefix + CONVERSATION, name: "new-message", payload: fromStaff },
    { channel: prefix + CONVERSATION, name: "message-delivered", payload: delivered },
  ];
}

describe.each(testDatabaseKinds)("on $name", (kind) => {
  let app: TestApp;
  let staff: TestApp["request"];
  let guest: TestApp["request"];
  const notified: GuestNotification[] = [];
  const rooms = { isGuestConnected: vi.fn(async () => true) };
  const notify = vi.fn(async (notification: GuestNotification) => {
    notified.push(notification);
  });
  beforeAll(async () => {
    app = await openTestApp(kind, { rooms, notifier: { notify } });
  });
  beforeEach(async () => {
    await app.reset();
    notified.length = 0;
    rooms.isGuestConnected.mockReset();
    staff = await app.as("aoife@killarney.example");
    guest = await app.asGuest(101);
  });
  afterAll(() => app.close());

  const login = (body: unknown) => app.request("/api/guest/login/", json("POST", body));
  const { message } = fromStaff;

  describe("a message of the staff", () => {
    test("is stored, answered and published three times", async () => {
      const response = await staff(STAFF_MESSAGES, json("POST", { message }));
      expect(response.status).toBe(201);
      const stored = { ...fromStaff, delivered_at: AT };
      expect(await response.json()).toEqual(stored);
      for (const reading of [staff(STAFF_MESSAGES), guest(GUEST_MESSAGES)]) {
        expect(await jsonOf(reading)).toEqual([stored]);
      }
      expect(await app.writtenEvents()).toEqual(staffEvents("private-"));
      expect(app.notified()).toBe(1);
    });

    test("notifies a guest who is not connected", async () => {
      rooms.isGuestConnected.mockResolvedValueOnce(false);
      await staff(STAFF_MESSAGES, json("POST", { message }));
      await expect.poll(() => notified, { interval: 5 }).toHaveLength(1);
      expect(notified[0]).toMatchObject({
        hotelSlug: "killarney",
        roomNumber: 101,
        message: fromStaff,
      });
    });

    test("is not lost where presence and the notifier fail", async () => {
      rooms.isGuestConnected.mockRejectedValueOnce(new Error("realtime is down"));
      notify.mockRejectedValueOnce(new Error("push is down"));
      expect((await staff(STAFF_MESSAGES, json("POST", { message }))).status).toBe(201);
      await expect.poll(() => app.logged, { interval: 5 }).toHaveLength(2);
      expect(app.logged[0]).toContain('"message":"presence not known"');
      expect(app.logged[1]).toContain('"message":"guest not notified"');
    });
  });

  describe("where a process dies between its commit and the notification", () => {
    const tellAt = (time: string) =>
      tellForgottenGuests({ ...app.deps, now: () => new Date(`2026-11-21T${time}Z`) });
    const untold = () =>
      app.db.select().from(guestMessages).where(isNotNull(guestMessages.notifyAt));

    // cause: the mark of what was still to be done died with the process, and a retry got the stored answer
    test("another notifies the guest, once", async () => {
      // what hangs for ever does as little as what is dead
      rooms.isGuestConnected.mockImplementationOnce(() => new Promise(() => {}));
      const init = json("POST", { message });
      const headers = { ...init.headers, "Idempotency-Key": "towels" };
      await staff(STAFF_MESSAGES, { ...init, headers });
      await staff(STAFF_MESSAGES, { ...init, headers });
      rooms.isGuestConnected.mockResolvedValue(false);
      await tellAt("10:00:59");
      expect(notified).toEqual([]);
      await Promise.all([tellAt("10:01:00"), tellAt("10:01:00")]);
      expect(notified).toEqual([{ hotelSlug: "killarney", roomNumber: 101, message: fromStaff }]);
      await tellAt("12:00:00");
      expect(notified).toHaveLength(1);
    });

    test("a guest who has been notified, or was there, is told nothing again", async () => {
      rooms.isGuestConnected.mockResolvedValueOnce(false);
      await staff(STAFF_MESSAGES, json("POST", { message }));
      await staff(STAFF_MESSAGES, json("POST", { message }));
      await guest(GUEST_MESSAGES, json("POST", { message }));
      await expect.poll(untold).toEqual([]);
      rooms.isGuestConnected.mockResolvedValue(false);
      await tellAt("12:00:00");
      expect(notified).toHaveLength(1);
    });
  });

  test("a message of the guest goes to the conversation, and notifies nobody", async () => {
    const response = await guest(GUEST_MESSAGES, json("POST", { message: fromGuest.message }));
    expect(response.status).toBe(201);
    expect(await response.json()).toEqual({ ...fromGuest, delivered_at: null });
    expect(await app.writtenEvents()).toEqual([
      { channel: `private-${CONVERSATION}`, name: "new-message", payload: fromGuest },
    ]);
    expect(notified).toEqual([]);
  });

  test("conversations are listed by room, with their last message", async () => {
    await staff(STAFF_MESSAGES, json("POST", { message }));
    await guest(GUEST_MESSAGES, json("POST", { message: "Thank you!" }));
    const list = await jsonOf<GuestConversation[]>(staff(STAFF));
    expect(list).toEqual([
      {
        id: 1,
        room_number: 101,
        guest_name: "Emma Fischer",
        last_message: { ...fromGuest, id: 2, delivered_at: null },
      },
      { id: 2, room_number: 205, guest_name: "Louis Martin", last_message: null },
    ]);
    const messages = await jsonOf<StoredGuestMessage[]>(guest(GUEST_MESSAGES));
    expect(messages.map(({ id }) => id)).toEqual([1, 2]);
  });

  describe("logging in", () => {
    const credentials = { hotel_slug: "killarney", room_number: 101, pin: "271828" };

    test("with room and PIN opens a session for that conversation", async () => {
      const response = await login(credentials);
      expect(response.status).toBe(200);
      const { token, conversation_id } = await jsonOf<{ token: string; conversation_id: number }>(
        response,
      );
      expect(conversation_id).toBe(1);
      const headers = { Authorization: `Token ${token}` };
      expect((await app.request(GUEST_MESSAGES, { headers })).status).toBe(200);
      const logout = await app.request("/api/guest/logout/", { method: "POST", headers });
      expect(logout.status).toBe(204);
      expect((await app.request(GUEST_MESSAGES, { headers })).status).toBe(401);
    });

    test.each([
      { pin: "271829" },
      { room_number: 102 },
      { hotel_slug: "hotel-paradise" },
      { hotel_slug: "nowhere" },
    ])("with %o gets the same 401", async (change) => {
      const response = await login({ ...credentials, ...change });
      expect(response.status).toBe(401);
      expect(await response.json()).toEqual({ error: "The hotel, the room or the PIN is wrong" });
    });

    test("names what is missing", async () => {
      const response = await login({});
      expect(response.status).toBe(400);
      expect((await jsonOf<ErrorBody>(response)).fields).toEqual({
        hotel_slug: "is required",
        room_number: "must be a whole number",
        pin: "is required",
      });
    });

    test("ends after a week", async () => {
      const { findGuest, openGuestSession } = await import("../auth/guest-sessions.ts");
      const { guestRooms } = await import("../db/schema.ts");
      const [room] = await app.db.select().from(guestRooms);
      if (room === undefined) throw new Error("no demo room");
      const token = await openGuestSession(app.db, room, new Date("2026-11-01T00:00:00Z"));
      expect(await findGuest(app.db, token, new Date("2026-11-07T23:59:59Z"))).toBeDefined();
      expect(await findGuest(app.db, token, new Date("2026-11-08T00:00:00Z"))).toBeUndefined();
    });

    test("knows its room, and its stay from the one before in the same room", async () => {
      interface Me {
        readonly stay_id: string;
      }
      const me = async (asGuest: Promise<TestApp["request"]>) =>
        jsonOf<Me>((await asGuest)("/api/guest/me/"));
      const first = await me(app.asGuest(101));
      expect(first).toEqual({
        hotel_slug: "killarney",
        room_number: 101,
        conversation_id: 1,
        stay_id: expect.any(String),
      });
      expect(await me(app.asGuest(101))).toEqual(first);
      expect((await me(app.asGuest(205))).stay_id).not.toBe(first.stay_id);
      // a check-in gives the room a new PIN, and be it by chance the same one
      const { hashPassword } = await import("../auth/password.ts");
      const { guestRooms } = await import("../db/schema.ts");
      await app.db.update(guestRooms).set({ pinHash: await hashPassword("271828") });
      expect((await me(app.asGuest(101))).stay_id).not.toBe(first.stay_id);
      const asAoife = await app.as("aoife@killarney.example");
      expect((await asAoife("/api/guest/me/")).status).toBe(403);
    });

    // cause: a session was of a room, so that its holder read what the next guest wrote there, for up to a week
    test("ends with the stay: who has left hears nothing of the next guest", async () => {
      const { guestRooms } = await import("../db/schema.ts");
      const { eq } = await import("drizzle-orm");
      const other = await app.asGuest(205);
      await app.db
        .update(guestRooms)
        .set({ pinHash: "scrypt$4$8$1$other$other", guestName: "Ada Next" })
        .where(eq(guestRooms.id, 1));
      const next = await app.asGuest(101);
      await next(GUEST_MESSAGES, json("POST", { message: "My safe does not open" }));
      for (const [path, init] of [
        ["/api/guest/me/", {}],
        [GUEST_MESSAGES, {}],
        [GUEST_MESSAGES, json("POST", { message: "hello" })],
        [
          "/api/pusher/auth/",
          json("POST", { socket_id: "1.2", channel_name: `private-${CONVERSATION}` }),
        ],
      ] as const) {
        expect((await guest(path, init)).status, path).toBe(401);
      }
      expect((await next(GUEST_MESSAGES)).status).toBe(200);
      expect((await other("/api/guest/me/")).status).toBe(200);
    });

    test("stores no PIN and no token", async () => {
      const { token } = await jsonOf<{ token: string }>(login(credentials));
      const { guestRooms, guestSessions } = await import("../db/schema.ts");
      const stored = JSON.stringify([
        await app.db.select().from(guestSessions),
        await app.db.select().from(guestRooms),
      ]);
      expect(stored).not.toContain(token);
      expect(stored).not.toContain(credentials.pin);
    });
  });

  describe("access", () => {
    const bodyOf = (method: string) =>
      method === "POST" ? json(method, { message: "hello" }) : { method };

    test.each([
      ["GET", STAFF],
      ["GET", STAFF_MESSAGES],
      ["POST", STAFF_MESSAGES],
    ])("%s %s is for staff of that hotel only", async (method, path) => {
      const body = bodyOf(method);
      expect((await app.request(path, body)).status).toBe(401);
      expect((await guest(path, body)).status).toBe(403);
      expect((await (await app.as("marta@paradise.example"))(path, body)).status).toBe(403);
      expect(await app.writtenEvents()).toEqual([]);
    });

    test.each(["GET", "POST"])(
      "%s of a conversation is for the guest of that room",
      async (method) => {
        const body = bodyOf(method);
        expect((await app.request(GUEST_MESSAGES, body)).status).toBe(401);
        for (const other of [
          staff,
          await app.asGuest(205),
          await app.asGuest(101, "hotel-paradise"),
        ]) {
          expect((await other(GUEST_MESSAGES, body)).status).toBe(403);
        }
        for (const path of ["killarney/conversations/2", "hotel-paradise/conversations/1"]) {
          expect((await guest(`/api/guest/hotel/${path}/messages/`, body)).status).toBe(403);
        }
        expect(await app.writtenEvents()).toEqual([]);
      },
    );

    test.each(["3", "99", "x"])("the conversation %s is none of this hotel", async (id) => {
      const path = `${STAFF}${id}/messages/`;
      expect((await staff(path)).status).toBe(404);
      expect((await staff(path, bodyOf("POST"))).status).toBe(404);
      expect(await app.writtenEvents()).toEqual([]);
    });
  });

  test.each([
    { message: undefined, problem: "is required" },
    { message: "  ", problem: "must not be empty" },
    { message: "a".repeat(2001), problem: "must have at most 2000 characters" },
  ])("the message $message is refused: it $problem", async ({ message: given, problem }) => {
    for (const response of [
      await staff(STAFF_MESSAGES, json("POST", { message: given })),
      await guest(GUEST_MESSAGES, json("POST", { message: given })),
    ]) {
      expect(response.status).toBe(400);
      expect((await jsonOf<ErrorBody>(response)).fields).toEqual({ message: problem });
    }
    expect(await app.writtenEvents()).toEqual([]);
  });
});

test("while old clients are being moved, the old public channels get the same events", async () => {
  const [kind] = testDatabaseKinds;
  if (kind === undefined) throw new Error("no database");
  const app = await openTestApp(kind, {
    withDeprecated: createWithDeprecated(deprecatedMappings, {
      now: () => new Date("2026-11-21T10:00:00Z"),
    }),
  });
  await app.reset();
  const staff = await app.as("aoife@killarney.example");
  await staff(STAFF_MESSAGES, json("POST", { message: fromStaff.message }));
  expect(await app.writtenEvents()).toEqual([...staffEvents("private-"), ...staffEvents("")]);
  await app.close();
});
