import { describe, expect, it } from "vitest";
import { createTestHub, signIn, type TestClient, tokenFor } from "./fakes.test.helper.ts";

/** Numbers in [0, below) that are the same in every run. */
function createRandom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const seeds = Array.from({ length: 20 }, (_, index) => index + 1);

describe("the hub", () => {
  // texts that are nearly right do more harm than noise
  it.each(seeds)("throws at nothing that a client sends, with seed %i", (seed) => {
    const random = createRandom(seed);
    const { hub, join, events } = createTestHub();
    const [client, witness] = [join(), join()];
    witness.subscribe("news");
    const values = [
      null,
      7,
      true,
      "",
      "news",
      "__proto__",
      "presence-a",
      "#server-to-user-1",
      [],
      {},
    ];
    const eventNames = [
      "pusher:subscribe",
      "pusher:unsubscribe",
      "pusher:signin",
      "client-a",
      "pusher:",
    ];
    const keys = ["channel", "auth", "channel_data", "user_data", "data", "__proto__"];
    const pick = <T>(list: readonly T[]): T | undefined => list[random(list.length)];
    for (let count = 0; count < 200; count++) {
      const data = Object.fromEntries(keys.map((key) => [key, pick(values)]));
      const message = { event: pick(eventNames), ...data, data: random(4) ? data : pick(values) };
      const text = JSON.stringify(message);
      client.sendText(random(5) ? text : text.slice(0, random(text.length)));
    }
    hub.receive(client.session, undefined);
    hub.publish({ event: "e", channel: "news", data: "1" });
    expect(witness.connection.take()).toContainEqual({ event: "e", channel: "news", data: "1" });
    expect(events.some(({ type }) => type === "fault" || type === "disconnected")).toBe(false);
  });

  it.each(seeds)("agrees with every member on who is there, with seed %i", (seed) => {
    const random = createRandom(seed);
    const { hub, join } = createTestHub();
    const channel = "presence-room";
    const clients = new Map<TestClient, { userId: string; seen: Set<string> }>();
    for (let count = 0; count < 150; count++) {
      const present = [...clients.keys()];
      const client = present[random(present.length)];
      if (random(5) < 3 || !client) enter(join(), `user-${random(8)}`);
      else if (random(2)) leave(client, () => hub.disconnect(client.session));
      else leave(client, () => client.send({ event: "pusher:unsubscribe", data: { channel } }));
      const there = new Set([...clients.values()].map(({ userId }) => userId));
      for (const [member, { seen }] of clients) {
        follow(member, seen);
        expect(seen).toEqual(there);
      }
    }

    function enter(client: TestClient, userId: string): void {
      const [frame] = client.enter(channel, { user_id: userId }) as [{ data: string }];
      clients.set(client, { userId, seen: new Set(JSON.parse(frame.data).presence.ids) });
    }

    function leave(client: TestClient, act: () => void): void {
      act();
      clients.delete(client);
    }

    function follow(client: TestClient, seen: Set<string>): void {
      for (const frame of client.connection.take() as { event: string; data: string }[]) {
        const { user_id } = JSON.parse(frame.data);
        // told of a newcomer whom it knows, or of a departure that it did not see coming
        expect(seen.has(user_id)).toBe(frame.event === "pusher_internal:member_removed");
        if (frame.event === "pusher_internal:member_added") seen.add(user_id);
        else seen.delete(user_id);
      }
    }
  });

  it("holds nothing of a connection that did everything and left", () => {
    const { hub, join, clock } = createTestHub();
    const client = join();
    signIn(client, { id: "ada", watchlist: ["bo"] });
    client.subscribe("#server-to-user-ada");
    client.subscribe("news");
    client.subscribe("private-a", { auth: tokenFor(`${client.socketId}:private-a`) });
    client.enter("presence-a", { user_id: "ada" });
    client.send({ event: "client-a", channel: "private-a", data: {} });
    hub.disconnect(client.session);
    const { sessions, channels, users, watchers } = hub.state;
    expect([sessions, channels, users, watchers].map(({ size }) => size)).toEqual([0, 0, 0, 0]);
    expect(clock.timers.size).toBe(0);
  });
});
