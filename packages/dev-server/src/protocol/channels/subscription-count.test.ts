import { describe, expect, it } from "vitest";
import { createTestHub, type TestClient } from "../fakes.test.helper.ts";

/** The counts that have come since the last call. */
function counts({ connection }: TestClient): number[] {
  return connection.take().flatMap((frame) => {
    const { event, data } = frame as { event: string; data: string };
    return event === "pusher_internal:subscription_count"
      ? [JSON.parse(data).subscription_count]
      : [];
  });
}

describe("subscription counts", () => {
  it("tell all subscribers how many they are, after the confirmation", () => {
    const { join } = createTestHub({ subscriptionCounts: true });
    const [one, two] = [join(), join()];
    expect(one.subscribe("c")).toEqual([
      { event: "pusher_internal:subscription_succeeded", channel: "c", data: "{}" },
      {
        event: "pusher_internal:subscription_count",
        channel: "c",
        data: '{"subscription_count":1}',
      },
    ]);
    two.subscribe("c");
    expect(counts(one)).toEqual([2]);
    two.send({ event: "pusher:unsubscribe", data: { channel: "c" } });
    expect(counts(one)).toEqual([1]);
    expect(counts(two)).toEqual([]);
  });

  it("reach neither presence channels nor anybody where they are switched off", () => {
    const { join } = createTestHub({ subscriptionCounts: true });
    expect(join().enter("presence-c", { user_id: "1" })).toHaveLength(1);
    const off = createTestHub();
    expect(off.join().subscribe("c")).toHaveLength(1);
  });

  it("reach a crowd every five seconds, whoever comes and goes", () => {
    const { clock, hub, join } = createTestHub({ subscriptionCounts: true });
    const first = join();
    first.subscribe("c");
    for (let i = 0; i < 99; i++) join().subscribe("c");
    counts(first);
    const crowd = Array.from({ length: 50 }, join);
    for (const client of crowd) client.subscribe("c");
    expect(counts(first)).toEqual([]);
    clock.advance(5000);
    expect(counts(first)).toEqual([150]);
    hub.disconnect(crowd[0]?.session as TestClient["session"]);
    clock.advance(4999);
    expect(counts(first)).toEqual([]);
    clock.advance(1);
    expect(counts(first)).toEqual([149]);
  });
});
