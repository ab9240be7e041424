import { describe, expect, it } from "vitest";
import { createTestHub, type TestHub, tokenFor } from "../protocol/fakes.test.helper.ts";
import { hotels } from "./contract.test.helper.ts";
import { createInspector, type Inspector } from "./create-inspector.ts";
import type { Finding } from "./finding.ts";

interface Watched extends TestHub {
  readonly inspector: Inspector;
  /** What has been found since the last call: code and message. */
  found(): (readonly [string, string])[];
  publish(channel: string, event: string, data?: object): void;
}

function watch(contract = true): Watched {
  const findings: Finding[] = [];
  const hub = createTestHub({
    observe: (event) => findings.push(...(inspector?.take(event) ?? [])),
  });
  const inspector = createInspector({
    contract: contract ? hotels : undefined,
    clock: hub.clock,
    subscribeWithinSeconds: 10,
    report: (finding) => findings.push(finding),
  });
  return {
    ...hub,
    inspector,
    found: () => findings.splice(0).map(({ code, message }) => [code, message] as const),
    publish: (channel, event, data = {}) =>
      hub.hub.publish({ channel, event, data: JSON.stringify(data) }),
  };
}

describe("createInspector", () => {
  it("names a connection that never subscribes, once", () => {
    const { clock, join, found } = watch();
    const { socketId } = join();
    clock.advance(9_999);
    expect(found()).toEqual([]);
    clock.advance(1);
    expect(found()).toEqual([
      [
        "never-subscribed",
        `connection ${socketId} (js 8.6.0): it has subscribed to nothing for 10 s; call subscribe() with a channel of the contract`,
      ],
    ]);
    clock.advance(60_000);
    expect(found()).toEqual([]);
  });

  it("leaves alone a connection that subscribes, is refused, or goes away in time", () => {
    const { clock, join, found, hub } = watch();
    join().subscribe("hotel-killarney");
    join().subscribe("private-staff-1");
    hub.disconnect(join().session);
    found();
    clock.advance(20_000);
    expect(found()).toEqual([]);
  });

  it("ends its waits when it is closed", () => {
    const { clock, join, inspector } = watch();
    const before = clock.timers.size;
    join();
    const waiting = clock.timers.size;
    inspector.close();
    expect([waiting - clock.timers.size, before]).toEqual([1, 0]);
  });

  it("names an event that nobody hears, and what is subscribed to instead", () => {
    const { join, found, publish } = watch();
    publish("hotel-killarney", "offer-deleted", { offer_id: 7 });
    const subject = '"offer-deleted" on "hotel-killarney": nobody is subscribed';
    expect(found()).toEqual([
      ["nobody-subscribed", `${subject}; subscribe before it is published`],
    ]);
    for (const name of ["news", "a", "hotel-a", "hotel_killarney"]) join().subscribe(name);
    found();
    publish("hotel-killarney", "offer-deleted", { offer_id: 7 });
    expect(found()).toEqual([
      [
        "nobody-subscribed",
        `${subject}; clients are subscribed to "hotel_killarney", "hotel-a", "news" and 1 more`,
      ],
    ]);
  });

  it("names a subscriber that left before the event came", () => {
    const { clock, join, found, publish } = watch();
    const client = join();
    client.subscribe("hotel-killarney");
    client.send({ event: "pusher:unsubscribe", data: { channel: "hotel-killarney" } });
    clock.advance(400);
    publish("hotel-killarney", "offer-deleted", { offer_id: 7 });
    expect(found()).toEqual([
      [
        "subscriber-left",
        `"offer-deleted" on "hotel-killarney": nobody is subscribed; the last subscriber, ${client.socketId}, left 0.4 s ago; keep the subscription for as long as events are wanted`,
      ],
    ]);
    join().subscribe("hotel-killarney");
    publish("hotel-killarney", "offer-deleted", { offer_id: 7 });
    expect(found()).toEqual([]);
  });

  it("names a subscription that was refused, when it happens and when it is missed", () => {
    const { join, found, publish } = watch();
    const client = join();
    client.subscribe("private-staff-1");
    publish("private-staff-1", "message-created");
    const [refused, deprecated, missed] = found();
    expect(refused).toEqual([
      "subscription-refused",
      `subscription to "private-staff-1" by ${client.socketId}: refused: Auth info required to subscribe to private-staff-1`,
    ]);
    expect(deprecated?.[0]).toBe("event-deprecated");
    expect(missed).toEqual([
      "subscription-refused",
      `"message-created" on "private-staff-1": nobody is subscribed; the subscription of ${client.socketId} was refused: Auth info required to subscribe to private-staff-1`,
    ]);
  });

  it("names a subscription to a channel that the contract does not know, or is leaving", () => {
    const { join, found } = watch();
    const client = join();
    client.subscribe("hotel_killarney");
    client.subscribe("hotel-paradise-conversation-45-chat");
    client.subscribe("private-hotel-killarney");
    const by = `by ${client.socketId}`;
    expect(found()).toEqual([
      [
        "subscription-unknown",
        `subscription to "hotel_killarney" ${by}: the contract has no such channel; subscribe to "hotel-killarney"`,
      ],
      [
        "channel-deprecated",
        `subscription to "hotel-paradise-conversation-45-chat" ${by}: the channel is deprecated since 1.0.0, until 2027-06-30; use "private-{hotelSlug}-conversation-{conversationId}-chat"`,
      ],
      [
        "subscription-refused",
        `subscription to "private-hotel-killarney" ${by}: refused: Auth info required to subscribe to private-hotel-killarney; the contract has "hotel-killarney"`,
      ],
    ]);
  });

  it("names a member whose user_info is not what the contract says", () => {
    const { join, found } = watch();
    join().enter("presence-room-1", { user_id: "7", user_info: { floor: 2 } });
    expect(found()).toEqual([]);
    join().enter("presence-room-1", { user_id: "8" });
    expect(found()).toEqual([
      ["member-invalid", 'user "8" of "presence-room-1": user_info/floor must be integer'],
    ]);
  });

  it("names client events that are refused or off the contract", () => {
    const { join, found } = watch();
    const [sender, other] = [join(), join()];
    for (const client of [sender, other]) {
      const auth = tokenFor(`${client.socketId}:private-staff-1`);
      client.subscribe("private-staff-1", { auth });
    }
    const send = (event: string, channel = "private-staff-1") =>
      sender.send({ event, channel, data: { staff_id: 4 } });
    send("client-typing");
    expect(found()).toEqual([]);
    send("client-is-typing");
    send("client-typing", "private-staff-2");
    expect(found().map(([code]) => code)).toEqual(["event-unknown", "client-event-refused"]);
  });

  it("names a client and a backend without the right credentials", () => {
    const { inspector } = watch();
    const refusal = { type: "refused", socketId: undefined, channel: undefined } as const;
    const found = [
      inspector.take({ ...refusal, action: "connect", code: 4001, message: "Unknown app key" }),
      inspector.take({ ...refusal, action: "request", code: 401, message: "Invalid signature" }),
      inspector.take({ ...refusal, action: "message", code: null, message: "Not JSON" }),
    ];
    expect(found.map((one) => one[0]?.message)).toEqual([
      "connection: refused: Unknown app key",
      "request: refused: Invalid signature",
      undefined,
    ]);
  });

  it("knows no names without a contract, and takes another one", () => {
    const { join, found, publish, inspector } = watch(false);
    join().subscribe("anything");
    publish("anything", "whatever");
    expect(found()).toEqual([]);
    inspector.useContract(hotels);
    publish("anything", "whatever");
    expect(found().map(([code]) => code)).toEqual(["channel-unknown"]);
  });
});
