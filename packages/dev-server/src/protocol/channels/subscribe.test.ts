import { describe, expect, it } from "vitest";
import { createTestHub, errorFrame, tokenFor } from "../fakes.test.helper.ts";

const succeeded = (channel: string, data = "{}") => ({
  event: "pusher_internal:subscription_succeeded",
  channel,
  data,
});

describe("a subscription", () => {
  it("to a public channel is confirmed with an empty object in a string", () => {
    const { join, events } = createTestHub();
    const { socketId, subscribe } = join();
    expect(subscribe("news")).toEqual([succeeded("news")]);
    expect(events.slice(1)).toEqual([
      { type: "channel-occupied", channel: "news" },
      { type: "subscribed", socketId, channel: "news", userId: undefined, subscribers: 1 },
    ]);
  });

  it("made twice is refused the second time, and events still arrive once", () => {
    const { hub, join } = createTestHub();
    const { connection, subscribe } = join();
    subscribe("news");
    expect(subscribe("news")).toEqual([errorFrame("Existing subscription to channel news")]);
    hub.publish({ event: "e", channel: "news", data: "1" });
    expect(connection.take()).toHaveLength(1);
    expect(connection.closed).toBeUndefined();
  });

  it.each(["__proto__", "constructor", "toString", "a_-=@,.;Z9", "x".repeat(200)])(
    "to %s is taken",
    (name) => {
      const { hub, join } = createTestHub();
      const { connection, subscribe } = join();
      expect(subscribe(name)).toEqual([succeeded(name)]);
      hub.publish({ event: "e", channel: name, data: "1" });
      expect(connection.take()).toEqual([{ event: "e", channel: name, data: "1" }]);
    },
  );

  it.each(["", "a b", "a:b", "#news", "#server-to-user-", "ü", "x".repeat(201)])(
    "to the illegal name %j is refused",
    (name) => {
      const { hub, join } = createTestHub();
      const [frame] = join().subscribe(name);
      const shown = JSON.stringify(name.length > 200 ? `${name.slice(0, 200)}…` : name);
      expect(frame).toEqual(
        errorFrame(`Invalid channel name ${shown}: use 1 to 200 letters, digits and _-=@,.;`),
      );
      expect(hub.state.channels.size).toBe(0);
    },
  );

  it("beyond the connection's limit is refused", () => {
    const { join } = createTestHub({ limits: { subscriptionsPerConnection: 2 } });
    const { subscribe } = join();
    subscribe("a");
    subscribe("b");
    expect(subscribe("c")).toEqual([
      errorFrame("Too many subscriptions: this server takes 2 a connection"),
    ]);
  });
});

describe("unsubscribing", () => {
  const unsubscribe = (channel: string) => ({ event: "pusher:unsubscribe", data: { channel } });

  it("stops delivery, has no reply, and vacates the channel", () => {
    const { hub, join, events } = createTestHub();
    const { connection, socketId, subscribe, send } = join();
    subscribe("news");
    events.length = 0;
    expect(send(unsubscribe("news"))).toEqual([]);
    hub.publish({ event: "e", channel: "news", data: "1" });
    expect(connection.take()).toEqual([]);
    expect(events.slice(0, 2)).toEqual([
      { type: "unsubscribed", socketId, channel: "news", subscribers: 0 },
      { type: "channel-vacated", channel: "news" },
    ]);
  });

  it("from what is not subscribed to is refused", () => {
    const { join } = createTestHub();
    expect(join().send(unsubscribe("news"))).toEqual([
      errorFrame("No current subscription to channel news, or subscription in progress"),
    ]);
  });

  it("happens by itself when the connection closes", () => {
    const { hub, join, events } = createTestHub();
    const { session, subscribe } = join();
    subscribe("a");
    subscribe("b");
    hub.disconnect(session);
    expect(hub.state.channels.size).toBe(0);
    expect(events.filter(({ type }) => type === "channel-vacated")).toHaveLength(2);
  });
});

describe.each(["private-a", "private-encrypted-a", "private-cache-a", "private-encrypted-cache-a"])(
  "authorization of %s",
  (channel) => {
    it("takes the application's token", () => {
      const { join } = createTestHub();
      const { socketId, subscribe } = join();
      const [first] = subscribe(channel, { auth: tokenFor(`${socketId}:${channel}`) });
      expect(first).toEqual(succeeded(channel));
    });

    it("refuses a token made for another socket: no confirmation, no cached event, no delivery", () => {
      const { hub, join } = createTestHub();
      const { connection, socketId, subscribe } = join();
      hub.publish({ event: "kept", channel, data: "1" });
      const auth = tokenFor(`1.1:${channel}`);
      const signature = auth.slice(auth.indexOf(":") + 1);
      expect(subscribe(channel, { auth })).toEqual([
        errorFrame(
          `Invalid signature: Expected HMAC SHA256 hex digest of ${socketId}:${channel}, but got ${signature}`,
        ),
      ]);
      expect(hub.publish({ event: "e", channel, data: "1" })).toBe(0);
      expect(connection.closed).toBeUndefined();
    });

    it("refuses a token of another key", () => {
      const { join } = createTestHub();
      const { socketId, subscribe } = join();
      const auth = tokenFor(`${socketId}:${channel}`).replace("app-key", "other");
      expect(subscribe(channel, { auth })).toEqual([
        errorFrame('Invalid key in subscription auth data; it must be "app-key"'),
      ]);
    });

    it("asks for a token", () => {
      const { join } = createTestHub();
      expect(join().subscribe(channel)).toEqual([
        errorFrame(`Auth info required to subscribe to ${channel}`),
      ]);
    });
  },
);

describe("a refused subscription", () => {
  const message = "Auth info required to subscribe to private-a";

  it("is reported on the channel where the server is to be like soketi", () => {
    const { join } = createTestHub({ refusedSubscriptions: "soketi" });
    expect(join().subscribe("private-a")).toEqual([
      {
        event: "pusher:subscription_error",
        channel: "private-a",
        data: { type: "AuthError", error: message, status: 401 },
      },
    ]);
  });

  it("is reported with 4009 where the server is to be like Reverb", () => {
    const { join } = createTestHub({ refusedSubscriptions: "reverb" });
    expect(join().subscribe("private-a")).toEqual([errorFrame(message, 4009)]);
  });

  it("is observed", () => {
    const { join, events } = createTestHub();
    const { socketId, subscribe } = join();
    subscribe("private-a");
    expect(events.at(-1)).toEqual({
      type: "refused",
      action: "subscribe",
      socketId,
      channel: "private-a",
      code: null,
      message,
    });
  });

  it("shows the secret to nobody, whatever the token", () => {
    const { join, events } = createTestHub();
    const { socketId, subscribe } = join();
    const right = tokenFor(`${socketId}:private-a`);
    const shown = ["", "app-secret", "app-secret:", `app-key:${right}`, `other:${right}`].map(
      (auth) => subscribe("private-b", { auth }),
    );
    expect(JSON.stringify([shown, events])).not.toContain("app-secret");
  });
});
