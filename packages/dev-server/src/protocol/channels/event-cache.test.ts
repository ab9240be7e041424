import { describe, expect, it } from "vitest";
import { createTestHub, tokenFor } from "../fakes.test.helper.ts";

describe("a cache channel", () => {
  it("sends its last event right after the confirmation", () => {
    const { hub, join } = createTestHub();
    hub.publish({ event: "price", channel: "cache-price", data: "1" });
    hub.publish({ event: "price", channel: "cache-price", data: "2" });
    expect(join().subscribe("cache-price")).toEqual([
      { event: "pusher_internal:subscription_succeeded", channel: "cache-price", data: "{}" },
      { event: "price", channel: "cache-price", data: "2" },
    ]);
  });

  it("says so when there is none", () => {
    const { join, events } = createTestHub();
    expect(join().subscribe("cache-price")[1]).toEqual({
      event: "pusher:cache_miss",
      channel: "cache-price",
    });
    expect(events.at(-1)).toEqual({ type: "cache-miss", channel: "cache-price" });
  });

  it("keeps an event for half an hour", () => {
    const { hub, join, clock } = createTestHub();
    hub.publish({ event: "price", channel: "cache-price", data: "1" });
    clock.advance(30 * 60 * 1000 - 1);
    expect(join().subscribe("cache-price")[1]).toMatchObject({ event: "price" });
    clock.advance(1);
    expect(join().subscribe("cache-price")[1]).toMatchObject({ event: "pusher:cache_miss" });
  });

  it("does not keep a client event", () => {
    const { join } = createTestHub();
    const [sender, late] = [join(), join()];
    const channel = "private-cache-a";
    sender.subscribe(channel, { auth: tokenFor(`${sender.socketId}:${channel}`) });
    sender.send({ event: "client-a", channel, data: {} });
    const [, second] = late.subscribe(channel, { auth: tokenFor(`${late.socketId}:${channel}`) });
    expect(second).toMatchObject({ event: "pusher:cache_miss" });
  });

  it("is one by its prefix, not by cache- anywhere in its name", () => {
    const { hub, join } = createTestHub();
    hub.publish({ event: "e", channel: "my-cache-a", data: "1" });
    expect(join().subscribe("my-cache-a")).toHaveLength(1);
    expect(hub.state.cache.size).toBe(0);
  });

  it("is forgotten when too many others were published to since", () => {
    const { hub } = createTestHub({ limits: { cachedChannels: 2 } });
    for (const name of ["cache-a", "cache-b", "cache-a", "cache-c"]) {
      hub.publish({ event: "e", channel: name, data: "1" });
    }
    expect([...hub.state.cache.keys()]).toEqual(["cache-a", "cache-c"]);
  });
});
