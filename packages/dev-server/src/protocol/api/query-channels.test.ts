import { describe, expect, it } from "vitest";
import { createTestHub, type TestHub } from "../fakes.test.helper.ts";
import { publishBatch, publishEvent } from "./publish-triggers.ts";
import { describeChannel, listChannels, listUsers } from "./query-channels.ts";

const query = (parameters: Record<string, string> = {}) => new Map(Object.entries(parameters));
const bytes = (body: unknown) => Buffer.from(JSON.stringify(body));

/** One subscriber on `news`, and two users with three connections on `presence-room`. */
function occupied(): TestHub {
  const test = createTestHub();
  test.join().subscribe("news");
  for (const id of ["1", "1", "2"]) test.join().enter("presence-room", { user_id: id });
  return test;
}

describe("GET /channels", () => {
  it("lists the occupied channels only", () => {
    const { hub, join } = occupied();
    const { subscribe, send } = join();
    subscribe("__proto__");
    subscribe("left");
    send({ event: "pusher:unsubscribe", data: { channel: "left" } });
    expect(JSON.stringify(listChannels(hub.state, query()))).toBe(
      '{"channels":{"news":{},"presence-room":{},"__proto__":{}}}',
    );
  });

  it("filters by prefix, and counts the users of presence channels", () => {
    const { hub } = occupied();
    const asked = query({ filter_by_prefix: "presence-", info: "user_count" });
    expect(listChannels(hub.state, asked)).toEqual({
      channels: { "presence-room": { user_count: 2 } },
    });
  });

  it.each([
    [{ info: "user_count" }, /^info: user_count is for presence channels/],
    [{ info: "nonsense" }, /^info: unknown attribute "nonsense"/],
    [{ prefix: "a" }, /^query string parameters are extraneous: prefix$/],
  ])("refuses %j", (parameters, message) => {
    const { hub } = createTestHub();
    expect(() => listChannels(hub.state, query(parameters as Record<string, string>))).toThrow(
      expect.objectContaining({ status: 400, message: expect.stringMatching(message) }),
    );
  });
});

describe("GET /channels/{channel}", () => {
  it("says whether it is occupied, and what was asked", () => {
    const { hub } = occupied();
    const asked = query({ info: "user_count,subscription_count" });
    expect(describeChannel(hub.state, "presence-room", asked)).toEqual({
      occupied: true,
      user_count: 2,
      subscription_count: 3,
    });
    expect(describeChannel(hub.state, "nobody", query())).toEqual({ occupied: false });
  });

  it("answers the cached event with the seconds it has left, or null", () => {
    const { hub, clock } = createTestHub();
    const asked = query({ info: "cache" });
    expect(describeChannel(hub.state, "cache-a", asked)).toEqual({ occupied: false, cache: null });
    hub.publish({ event: "e", channel: "cache-a", data: "1" });
    clock.advance(60_000);
    expect(describeChannel(hub.state, "cache-a", asked)).toEqual({
      occupied: false,
      cache: { data: "1", ttl: 1740 },
    });
  });

  it.each([
    ["news", { info: "user_count" }],
    ["news", { info: "cache" }],
    ["news", { info: "nonsense" }],
    ["a b", {}],
  ])("refuses %s with %j", (name, parameters) => {
    const { hub } = createTestHub();
    const asked = query(parameters as Record<string, string>);
    expect(() => describeChannel(hub.state, name, asked)).toThrow(
      expect.objectContaining({ status: 400 }),
    );
  });
});

describe("GET /channels/{channel}/users", () => {
  it("lists distinct users", () => {
    const { hub } = occupied();
    expect(listUsers(hub.state, "presence-room", query())).toEqual({
      users: [{ id: "1" }, { id: "2" }],
    });
    expect(listUsers(hub.state, "presence-empty", query())).toEqual({ users: [] });
  });

  it("is refused on another channel, and with parameters", () => {
    const { hub } = createTestHub();
    expect(() => listUsers(hub.state, "news", query())).toThrow(
      'users are of presence channels, and "news" is none',
    );
    expect(() => listUsers(hub.state, "presence-room", query({ info: "id" }))).toThrow(
      "query string parameters are extraneous: info",
    );
  });
});

describe("info of a trigger", () => {
  it("is answered by channel, users only where there are some", () => {
    const { hub } = occupied();
    const body = {
      name: "e",
      data: "1",
      channels: ["news", "presence-room", "__proto__"],
      info: "user_count,subscription_count",
    };
    expect(JSON.stringify(publishEvent(hub.state, bytes(body)))).toBe(
      '{"channels":{"news":{"subscription_count":1},"presence-room":{"user_count":2,"subscription_count":3},"__proto__":{"subscription_count":0}}}',
    );
  });

  it("is answered by index in a batch, and not at all where nobody asked", () => {
    const { hub } = occupied();
    const plain = { name: "e", data: "1", channel: "news" };
    const asking = { ...plain, info: "subscription_count" };
    expect(publishBatch(hub.state, bytes({ batch: [plain, asking] }))).toEqual({
      batch: [{}, { subscription_count: 1 }],
    });
    expect(publishBatch(hub.state, bytes({ batch: [plain] }))).toEqual({});
  });

  it("leaves a batch unpublished when one event of it is wrong", () => {
    const { hub, events } = occupied();
    const right = { name: "e", data: "1", channel: "news" };
    expect(() =>
      publishBatch(hub.state, bytes({ batch: [right, { ...right, name: "pusher:x" }] })),
    ).toThrow("The 'pusher' namespace is reserved");
    expect(events.some(({ type }) => type === "published")).toBe(false);
  });
});
