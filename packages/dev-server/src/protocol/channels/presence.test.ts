import { describe, expect, it } from "vitest";
import { createTestHub, errorFrame, type TestClient, tokenFor } from "../fakes.test.helper.ts";

const channel = "presence-room";

/** Enters, and answers the presence data that the confirmation holds. */
function presenceOf(client: TestClient, member: object): unknown {
  const [frame] = client.enter(channel, member) as [{ event: string; data: string }];
  expect(frame.event).toBe("pusher_internal:subscription_succeeded");
  return JSON.parse(frame.data);
}

describe("a presence channel", () => {
  it("confirms with its distinct users, the newcomer included", () => {
    const { join } = createTestHub();
    presenceOf(join(), { user_id: "1", user_info: { name: "Ada" } });
    presenceOf(join(), { user_id: "1", user_info: { name: "Ada" } });
    expect(presenceOf(join(), { user_id: "2", user_info: { name: "Bo" } })).toEqual({
      presence: { count: 2, ids: ["1", "2"], hash: { 1: { name: "Ada" }, 2: { name: "Bo" } } },
    });
  });

  it("has an entry in the hash for a user without user_info", () => {
    const { join } = createTestHub();
    expect(presenceOf(join(), { user_id: "1" })).toEqual({
      presence: { count: 1, ids: ["1"], hash: { 1: null } },
    });
  });

  it("takes a number as user_id, and __proto__", () => {
    const { join } = createTestHub();
    presenceOf(join(), { user_id: 10 });
    const data = JSON.stringify(presenceOf(join(), { user_id: "__proto__", user_info: {} }));
    expect(data).toBe(
      '{"presence":{"count":2,"ids":["10","__proto__"],"hash":{"10":null,"__proto__":{}}}}',
    );
  });

  it("tells the others, and only them, of a user's first connection", () => {
    const { join } = createTestHub();
    const [ada, bo, boAgain] = [join(), join(), join()];
    ada.enter(channel, { user_id: "ada" });
    expect(bo.enter(channel, { user_id: "bo", user_info: { age: 3 } })).toHaveLength(1);
    boAgain.enter(channel, { user_id: "bo" });
    expect(ada.connection.take()).toEqual([
      {
        event: "pusher_internal:member_added",
        channel,
        data: '{"user_id":"bo","user_info":{"age":3}}',
      },
    ]);
    expect(bo.connection.take()).toEqual([]);
  });

  it.each(["unsubscribes", "closes"])(
    "tells the others when a user's last connection %s",
    (end) => {
      const { hub, join, events } = createTestHub();
      const [ada, bo, boAgain] = [join(), join(), join()];
      for (const [client, id] of [
        [ada, "ada"],
        [bo, "bo"],
        [boAgain, "bo"],
      ] as const) {
        client.enter(channel, { user_id: id });
      }
      ada.connection.take();
      const leave = (client: TestClient) => {
        if (end === "closes") hub.disconnect(client.session, 1006);
        else client.send({ event: "pusher:unsubscribe", data: { channel } });
      };
      leave(bo);
      expect(ada.connection.take()).toEqual([]);
      leave(boAgain);
      expect(ada.connection.take()).toEqual([
        { event: "pusher_internal:member_removed", channel, data: '{"user_id":"bo"}' },
      ]);
      expect(events).toContainEqual({ type: "member-removed", channel, userId: "bo" });
    },
  );
});

describe("entering a presence channel", () => {
  const invalid = (problem: string) =>
    errorFrame(`Invalid channel_data for presence-room: ${problem}`);

  it("is refused without channel_data", () => {
    const { join } = createTestHub();
    const { socketId, subscribe } = join();
    expect(subscribe(channel, { auth: tokenFor(`${socketId}:${channel}`) })).toEqual([
      invalid("it is missing, and nobody is signed in"),
    ]);
  });

  it("is refused with channel_data that the application did not sign", () => {
    const { hub, join } = createTestHub();
    const { socketId, subscribe } = join();
    const auth = tokenFor(`${socketId}:${channel}:{"user_id":"ada"}`);
    const [frame] = subscribe(channel, { auth, channel_data: '{"user_id":"bo"}' });
    expect(frame).toMatchObject({ data: { message: expect.stringMatching(/^Invalid signature/) } });
    expect(hub.state.channels.size).toBe(0);
  });

  it.each([
    [[], "it must be a JSON object"],
    [{}, "user_id must be a string that is not empty"],
    [{ user_id: "" }, "user_id must be a string that is not empty"],
    [{ user_id: { id: 1 } }, "user_id must be a string that is not empty"],
    [{ user_id: "x".repeat(129) }, "user_id is longer than 128 characters"],
    [{ user_id: "1", user_info: "é".repeat(512) }, "user_info is larger than 1024 bytes"],
  ])("is refused as %j", (member, problem) => {
    const { hub, join } = createTestHub();
    expect(join().enter(channel, member)).toEqual([invalid(problem)]);
    expect(hub.state.channels.size).toBe(0);
  });

  it("is refused when the channel is full, except to a user who is there", () => {
    const { join } = createTestHub({ limits: { presenceMembers: 2 } });
    presenceOf(join(), { user_id: "1" });
    presenceOf(join(), { user_id: "2" });
    presenceOf(join(), { user_id: "2" });
    expect(join().enter(channel, { user_id: "3" })).toEqual([
      errorFrame("Presence channel presence-room is full: it takes 2 members"),
    ]);
  });
});
