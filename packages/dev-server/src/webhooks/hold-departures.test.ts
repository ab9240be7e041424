import { describe, expect, it } from "vitest";
import { FakeClock } from "../protocol/fakes.test.helper.ts";
import { holdDepartures } from "./hold-departures.ts";
import type { WebhookEvent } from "./webhook-event-of.ts";

const occupied: WebhookEvent = { name: "channel_occupied", channel: "a" };
const vacated: WebhookEvent = { name: "channel_vacated", channel: "a" };
const added: WebhookEvent = { name: "member_added", channel: "a", user_id: "1" };
const removed: WebhookEvent = { name: "member_removed", channel: "a", user_id: "1" };
const missed: WebhookEvent = { name: "cache_miss", channel: "a" };

function setUp() {
  const clock = new FakeClock();
  const passed: WebhookEvent[] = [];
  return { clock, passed, hold: holdDepartures(clock, (event) => passed.push(event)) };
}

describe("holdDepartures", () => {
  it("passes a departure on after three seconds", () => {
    const { clock, passed, hold } = setUp();
    hold.take(vacated);
    clock.advance(2999);
    expect(passed).toEqual([]);
    clock.advance(1);
    expect(passed).toEqual([vacated]);
  });

  it("drops a departure and the return that follows it, of channels and of members", () => {
    const { clock, passed, hold } = setUp();
    for (const event of [removed, vacated, occupied, added]) hold.take(event);
    clock.advance(10_000);
    expect(passed).toEqual([]);
  });

  it("passes everything else on at once", () => {
    const { passed, hold } = setUp();
    hold.take(vacated);
    for (const event of [added, missed, { ...occupied, channel: "b" }]) hold.take(event);
    expect(passed).toEqual([added, missed, { ...occupied, channel: "b" }]);
    hold.close();
  });

  it("forgets what it holds when it closes", () => {
    const { clock, passed, hold } = setUp();
    hold.take(vacated);
    hold.close();
    expect(clock.timers.size).toBe(0);
    expect(passed).toEqual([]);
  });
});
