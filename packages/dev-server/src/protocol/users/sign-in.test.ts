import { describe, expect, it } from "vitest";
import { createTestHub, errorFrame, signIn, tokenFor } from "../fakes.test.helper.ts";

describe("signing in", () => {
  it("is confirmed with the user data as a string in a string", () => {
    const { join, events } = createTestHub();
    const client = join();
    expect(signIn(client, { id: "ada" })).toEqual([
      { event: "pusher:signin_success", data: '{"user_data":"{\\"id\\":\\"ada\\"}"}' },
    ]);
    expect(events.at(-1)).toEqual({ type: "signed-in", socketId: client.socketId, userId: "ada" });
  });

  it("again as the same user is taken, as another refused", () => {
    const { join } = createTestHub();
    const client = join();
    signIn(client, { id: "ada" });
    expect(signIn(client, { id: "ada", user_info: {} })).toHaveLength(1);
    expect(signIn(client, { id: "bo" })).toEqual([
      errorFrame("Connection already signed in with a different user id"),
    ]);
  });

  it.each([
    [{}, "Invalid user_data: id must be a string that is not empty"],
    [{ id: "" }, "Invalid user_data: id must be a string that is not empty"],
    [{ id: 7 }, "Invalid user_data: id must be a string that is not empty"],
  ])("as %j is refused", (user, message) => {
    const { join } = createTestHub();
    expect(signIn(join(), user)).toEqual([errorFrame(message)]);
  });

  it.each(["null", "[]", "{"])("with the user_data %s is refused", (userData) => {
    const { join } = createTestHub();
    const { socketId, send } = join();
    const auth = tokenFor(`${socketId}::user::${userData}`);
    const [frame] = send({ event: "pusher:signin", data: { auth, user_data: userData } });
    expect(frame).toMatchObject({ data: { message: expect.stringMatching(/^Invalid user_data/) } });
  });

  it("without a token, or with that of another user, is refused", () => {
    const { join } = createTestHub();
    const { socketId, send } = join();
    expect(send({ event: "pusher:signin", data: {} })).toEqual([
      errorFrame("Auth info required to sign in"),
    ]);
    const auth = tokenFor(`${socketId}::user::{"id":"ada"}`);
    const [frame] = send({ event: "pusher:signin", data: { auth, user_data: '{"id":"bo"}' } });
    expect(frame).toMatchObject({ data: { message: expect.stringMatching(/^Invalid signature/) } });
  });

  it("lets the user into a presence channel without channel_data", () => {
    const { join } = createTestHub();
    const client = join();
    signIn(client, { id: "ada", user_info: { name: "Ada" } });
    const auth = tokenFor(`${client.socketId}:presence-room`);
    expect(client.subscribe("presence-room", { auth })[0]).toMatchObject({
      data: '{"presence":{"count":1,"ids":["ada"],"hash":{"ada":{"name":"Ada"}}}}',
    });
  });
});

describe("a user's own channel", () => {
  const channel = "#server-to-user-ada";

  it("reaches every connection of the user, and nobody else", () => {
    const { hub, join } = createTestHub();
    const [tab, otherTab, bo] = [join(), join(), join()];
    for (const client of [tab, otherTab]) {
      signIn(client, { id: "ada" });
      expect(client.subscribe(channel)).toMatchObject([{ channel }]);
    }
    signIn(bo, { id: "bo" });
    expect(bo.subscribe(channel)).toMatchObject([{ event: "pusher:error" }]);
    expect(hub.publish({ event: "e", channel, data: "1" })).toBe(2);
    expect(tab.connection.take()).toEqual([{ event: "e", channel, data: "1" }]);
  });

  it("is refused to who is not signed in, even with a token for it", () => {
    const { join } = createTestHub();
    const { socketId, subscribe } = join();
    expect(subscribe(channel, { auth: tokenFor(`${socketId}:${channel}`) })).toEqual([
      errorFrame(
        'Not signed in as the user of "#server-to-user-ada"; call signin() before it is subscribed to',
      ),
    ]);
  });
});

describe("terminating a user's connections", () => {
  it("closes those that signed in with 4009, and no mere presence member", () => {
    const { hub, join } = createTestHub();
    const [signedIn, present] = [join(), join()];
    signIn(signedIn, { id: "ada" });
    present.enter("presence-room", { user_id: "ada" });
    expect(hub.terminateUser("ada")).toBe(1);
    expect(signedIn.connection.closed?.code).toBe(4009);
    expect(present.connection.closed).toBeUndefined();
    expect(hub.terminateUser("nobody")).toBe(0);
  });
});
