import { afterEach, describe, expect, it } from "vitest";
import { hotels } from "../contract/contract.test.helper.ts";
import { createInspector } from "../contract/create-inspector.ts";
import { createTestHub, type TestHub } from "../protocol/fakes.test.helper.ts";
import { type ContractConsole, createContractConsole } from "./create-contract-console.ts";
import type { ConsoleMessage, ConsoleRecord } from "./page/wire.ts";

interface Watched extends TestHub {
  readonly contractConsole: ContractConsole;
  /** A page that looks, and what it has been told since the last call. */
  look(): { told: () => ConsoleMessage[]; leave: () => void; readonly hasEnded: boolean };
}

const consoles: ContractConsole[] = [];

afterEach(() => {
  for (const contractConsole of consoles.splice(0)) contractConsole.close();
});

function watch(): Watched {
  const hub = createTestHub({
    observe: (event) => contractConsole?.take(event, inspector?.take(event) ?? []),
  });
  const { clock } = hub;
  const inspector = createInspector({
    contract: hotels,
    clock,
    subscribeWithinSeconds: 10,
    report: (finding) => contractConsole.report(finding),
  });
  const contractConsole = createContractConsole({
    hub: hub.hub,
    contract: hotels,
    settings: () => ({ appId: "1", key: "app-key", host: "127.0.0.1", port: 6001 }),
  });
  consoles.push(contractConsole);
  return {
    ...hub,
    contractConsole,
    look() {
      const messages: ConsoleMessage[] = [];
      let hasEnded = false;
      const leave = contractConsole.attend({
        tell: (message) => messages.push(message),
        end: () => {
          hasEnded = true;
        },
      });
      return {
        told: () => messages.splice(0),
        leave,
        get hasEnded() {
          return hasEnded;
        },
      };
    },
  };
}

function recordsOf(messages: readonly ConsoleMessage[]): readonly ConsoleRecord[] {
  return messages.flatMap(({ records }) => records);
}

describe("createContractConsole", () => {
  it("tells a page everything at first, with a verdict on each event", () => {
    const { join, hub, look } = watch();
    const { socketId, subscribe } = join();
    subscribe("hotel-killarney");
    hub.publish({ channel: "hotel-killarney", event: "offer-deleted", data: '{"offer_id":7}' });
    hub.publish({ channel: "hotel-killarney", event: "offer-removed", data: "{}" });
    const [hello] = look().told();
    expect(hello).toMatchObject({
      type: "hello",
      settings: { appId: "1", key: "app-key", host: "127.0.0.1", port: 6001 },
      contract: { title: "Hotels", version: "1.0.0" },
      state: {
        connectionCount: 1,
        connections: [{ socketId, client: "js 8.6.0", subscriptions: ["hotel-killarney"] }],
        channels: [{ name: "hotel-killarney", kind: "public", subscribers: 1, members: [] }],
      },
      records: [
        { id: 1, kind: "connected", socketId, detail: "js 8.6.0", verdict: "none" },
        { id: 2, kind: "subscribed", channel: "hotel-killarney", verdict: "valid" },
        {
          id: 3,
          kind: "published",
          event: "offer-deleted",
          data: '{"offer_id":7}',
          dataBytes: 14,
          subscribers: 1,
          verdict: "valid",
          findings: [],
        },
        {
          id: 4,
          event: "offer-removed",
          verdict: "error",
          findings: [{ code: "event-unknown", nearest: "offer-deleted" }],
        },
      ],
    });
    expect(JSON.stringify(hello)).not.toContain("app-secret");
  });

  it("tells what is new ten times a second, and the state only when it has changed", () => {
    const { clock, join, hub, look } = watch();
    const { told } = look();
    told();
    join().subscribe("hotel-killarney");
    expect(told()).toEqual([]);
    clock.advance(100);
    const [news] = told();
    expect(news).toMatchObject({ type: "news", state: { connectionCount: 1 } });
    expect(news?.records.map(({ kind }) => kind)).toEqual(["connected", "subscribed"]);
    hub.publish({ channel: "hotel-killarney", event: "offer-deleted", data: "{}" });
    clock.advance(100);
    const [later] = told();
    expect(later?.records.map(({ id }) => id)).toEqual([3]);
    expect(later?.state).toBeUndefined();
    clock.advance(1000);
    expect(told()).toEqual([]);
  });

  it("keeps the last 500 records, and tells a page no more at once", () => {
    const { clock, hub, look } = watch();
    const { told } = look();
    for (let i = 0; i < 5000; i++) hub.publish({ channel: "c", event: `e${i}`, data: "{}" });
    clock.advance(100);
    told();
    const kept = recordsOf(look().told());
    expect([kept.length, kept[0]?.event, kept.at(-1)?.event]).toEqual([500, "e4500", "e4999"]);
  });

  it("shows who still uses what is deprecated, and what replaces it", () => {
    const { clock, join, hub, look } = watch();
    const { told } = look();
    const old = "hotel-paradise-conversation-45-chat";
    const address = "{hotelSlug}-conversation-{conversationId}-chat";
    const deprecatedOf = (messages: readonly ConsoleMessage[]) =>
      messages.at(-1)?.state?.deprecated;
    expect(deprecatedOf(told())).toEqual([
      {
        address,
        since: "1.0.0",
        sunset: "2027-06-30",
        replacement: `private-${address}`,
        subscribers: [],
        subscriberCount: 0,
        senders: [],
      },
      {
        address: "private-staff-{conversationId}",
        event: "message-created",
        replacement: "message_created",
        subscribers: [],
        subscriberCount: 0,
        senders: [],
      },
    ]);
    const { socketId, subscribe } = join();
    subscribe(old);
    clock.advance(100);
    told();
    for (const id of [1, 2]) {
      hub.publish({ channel: old, event: "new-message", data: `{"id":${id}}` });
      clock.advance(50);
    }
    hub.publish({ channel: "private-staff-7", event: "message-created", data: "{}" });
    clock.advance(100);
    // counted, so that the state is told although nobody came or went
    expect(deprecatedOf(told())).toMatchObject([
      {
        subscribers: [{ socketId, client: "js 8.6.0", channel: old }],
        subscriberCount: 1,
        senders: [{ count: 2, lastAt: clock.now() - 150 }],
      },
      { event: "message-created", senders: [{ count: 1, lastAt: clock.now() - 100 }] },
    ]);
  });

  it("shows what time alone brings to light, and who has joined a presence channel", () => {
    const { clock, join, look } = watch();
    join();
    clock.advance(10_000);
    join().enter("presence-room", { user_id: "7", user_info: { name: "<b>Ann</b>" } });
    const [hello] = look().told();
    expect(hello?.records.find(({ kind }) => kind === "finding")).toMatchObject({
      verdict: "warning",
      findings: [{ code: "never-subscribed" }],
    });
    expect(hello?.state?.channels[0]?.members).toEqual([
      { userId: "7", userInfo: { name: "<b>Ann</b>" } },
    ]);
  });

  it("counts all connections and tells of the first 200", () => {
    const { join, look } = watch();
    for (let i = 0; i < 205; i++) join().subscribe(`hotel-h${i}`);
    const [hello] = look().told();
    expect(hello?.state?.connectionCount).toBe(205);
    expect(hello?.state?.connections.length).toBe(200);
    expect(hello?.state?.channels.length).toBe(200);
  });

  it("tells a page that has left nothing, and ends those that are there when it is closed", () => {
    const { clock, contractConsole, hub, look } = watch();
    const gone = look();
    gone.leave();
    const there = look();
    gone.told();
    hub.publish({ channel: "c", event: "e", data: "{}" });
    clock.advance(100);
    expect(gone.told()).toEqual([]);
    contractConsole.close();
    expect([gone.hasEnded, there.hasEnded]).toEqual([false, true]);
  });

  it("offers what a backend publishes and anybody can read", () => {
    const { look } = watch();
    const [hello] = look().told();
    const contract = hello?.type === "hello" ? hello.contract : null;
    expect(contract?.channels.map(({ key }) => key)).not.toContain("secrets");
    const staffChat = contract?.channels.find(({ key }) => key === "staffChat");
    expect(staffChat?.events.map(({ name, isDeprecated }) => [name, isDeprecated])).toEqual([
      ["message_created", false],
      ["message-created", true],
    ]);
    const conversation = contract?.channels.find(({ key }) => key === "conversation");
    expect(conversation?.parameters).toEqual([
      {
        name: "hotelSlug",
        hint: "text that matches ^[a-z0-9]+(?:-[a-z0-9]+)*$",
        example: "hotel-paradise",
      },
      { name: "conversationId", hint: "an integer from 1", example: "45" },
    ]);
  });
});
