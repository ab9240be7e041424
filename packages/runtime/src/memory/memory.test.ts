// The memory transport's rules: those of Pusher.
import { expect, it, onTestFinished, vi } from "vitest";
import { createMemoryTransport, type MemoryClient, TransportError } from "./index.ts";

const member = (userId: string) => ({
  granted: true as const,
  authorization: { auth: "", channel_data: JSON.stringify({ user_id: userId }) },
});

async function heard(client: MemoryClient, channel: string) {
  const events: unknown[] = [];
  client.subscribe(channel).bind_global((event, data) => void events.push([event, data]));
  return events;
}

it.each<[string, string, unknown, number]>([
  ["a:b", "e", "{}", 400],
  ["a".repeat(201), "e", "{}", 400],
  ["a", "pusher:e", "{}", 400],
  ["a", "e".repeat(201), "{}", 400],
  ["a", "e", undefined, 400],
  ["a", "e", "a".repeat(10_241), 413],
  ["private-encrypted-a", "e", "a".repeat(7700), 413],
])("refuses %.20s %.20s, by a rejection", async (channel, event, data, status) => {
  const { server, published } = createMemoryTransport();
  const promise = server.trigger(channel, event, data);
  await expect(promise).rejects.toThrow(TransportError);
  await expect(promise).rejects.toMatchObject({ status });
  expect(published).toEqual([]);
});

it("judges a batch as a whole", async () => {
  const { server, published } = createMemoryTransport();
  const event = { channel: "a", name: "e", data: "1" };
  await expect(server.triggerBatch(Array(11).fill(event))).rejects.toMatchObject({ status: 400 });
  await expect(server.triggerBatch([event, { ...event, name: "" }])).rejects.toThrow();
  expect(published).toEqual([]);
  await server.triggerBatch(Array(10).fill(event));
  expect(published).toHaveLength(10);
});

it("triggers one event on a hundred channels, and on no more", async () => {
  const { server, published } = createMemoryTransport();
  const channels = Array.from({ length: 101 }, (_, i) => `a-${i}`);
  await expect(server.trigger(channels, "e", "1")).rejects.toMatchObject({ status: 400 });
  await expect(server.trigger(["a", "private-encrypted-a"], "e", "1")).rejects.toThrow(
    "an encrypted channel is triggered alone",
  );
  expect(published).toEqual([]);
  await server.trigger(channels.slice(1), "e", "1");
  expect(published).toHaveLength(100);
});

it("keeps an event from the connection that it excludes", async () => {
  const transport = createMemoryTransport();
  const [one, two] = [transport.connect(), transport.connect()];
  const heardByOne = await heard(one, "a");
  const heardByTwo = await heard(two, "a");
  await transport.settled();
  await transport.server.trigger("a", "e", "1", { socket_id: one.connection.socket_id });
  expect(heardByOne).toHaveLength(1);
  expect(heardByTwo).toContainEqual(["e", 1]);
});

it("refuses channels that are not public without an authorization", async () => {
  const transport = createMemoryTransport();
  const events = await heard(transport.connect(), "private-a");
  await transport.settled();
  expect(events).toEqual([
    ["pusher:subscription_error", expect.objectContaining({ type: "AuthError", status: 403 })],
  ]);
});

it("gives a cache channel's last event to who comes later", async () => {
  const transport = createMemoryTransport();
  const first = await heard(transport.connect(), "cache-a");
  await transport.settled();
  await transport.server.trigger("cache-a", "e", "1");
  const second = await heard(transport.connect(), "cache-a");
  await transport.settled();
  expect(first.map((event) => (event as unknown[])[0])).toEqual([
    "pusher:subscription_succeeded",
    "pusher:cache_miss",
    "e",
  ]);
  expect(second).toContainEqual(["e", 1]);
});

it("takes a hundred members into a presence channel", async () => {
  const transport = createMemoryTransport();
  const enter = (id: string) => {
    const client = transport.connect({ authorize: () => member(id) });
    return client.subscribe("presence-a");
  };
  const channels = Array.from({ length: 100 }, (_, i) => enter(String(i)));
  await transport.settled();
  const refused = enter("100");
  const again = enter("7");
  await transport.settled();
  expect(channels.every(({ subscribed }) => subscribed)).toBe(true);
  expect(refused.subscribed).toBe(false);
  expect(again.subscribed).toBe(true);
});

it("refuses client events where Pusher does", async () => {
  const transport = createMemoryTransport();
  const client = transport.connect({
    authorize: () => ({ granted: true, authorization: { auth: "" } }),
  });
  const [open, guarded] = [client.subscribe("a"), client.subscribe("private-a")];
  await transport.settled();
  expect(() => open.trigger("client-e", {})).toThrow("client-e: a takes no client events");
  expect(() => guarded.trigger("e", {})).toThrow(
    "e: the name of a client event begins with client-",
  );
  expect(() => guarded.trigger("client-e", "a".repeat(10_240))).toThrow(TransportError);
  expect(guarded.trigger("client-e", {})).toBe(true);
  client.disconnect();
  expect(guarded.trigger("client-e", {})).toBe(false);
});

it("takes ten client events of one connection in a second, on all its channels", async () => {
  vi.useFakeTimers({ toFake: ["Date"] });
  onTestFinished(() => void vi.useRealTimers());
  const transport = createMemoryTransport();
  const authorize = () => ({ granted: true as const, authorization: { auth: "" } });
  const sender = transport.connect({ authorize });
  const [one, two] = [sender.subscribe("private-a"), sender.subscribe("private-b")];
  const receiver = transport.connect({ authorize });
  const got = vi.fn();
  for (const name of ["private-a", "private-b"]) receiver.subscribe(name).bind("client-e", got);
  const refused = vi.fn();
  sender.connection.bind("error", refused);
  await transport.settled();
  for (let i = 0; i < 6; i += 1) for (const channel of [one, two]) channel.trigger("client-e", i);
  expect(got).toHaveBeenCalledTimes(10);
  expect(refused).toHaveBeenCalledTimes(2);
  expect(refused.mock.calls[0]?.[0]).toMatchObject({ type: "PusherError", data: { code: 4301 } });
  vi.advanceTimersByTime(1000);
  one.trigger("client-e", 6);
  expect(got).toHaveBeenCalledTimes(11);
});

it.each([
  ["user_id", { user_id: "a".repeat(129) }],
  ["user_info", { user_id: "a", user_info: { name: "a".repeat(1024) } }],
])("refuses a member whose %s is too long", async (field, data) => {
  const transport = createMemoryTransport();
  const authorization = { auth: "", channel_data: JSON.stringify(data) };
  const client = transport.connect({ authorize: () => ({ granted: true, authorization }) });
  const events = await heard(client, "presence-a");
  await transport.settled();
  const error = expect.stringMatching(`^presence-a: ${field} has over`);
  expect(events).toEqual([["pusher:subscription_error", expect.objectContaining({ error })]]);
});

it("refuses a channel whose name is not legal", async () => {
  const transport = createMemoryTransport();
  const events = await heard(transport.connect(), "a:b");
  await transport.settled();
  expect(events).toEqual([["pusher:subscription_error", expect.objectContaining({ status: 400 })]]);
});

it("forgets a subscription that was given up before the answer", async () => {
  const transport = createMemoryTransport();
  const client = transport.connect();
  const events = await heard(client, "a");
  client.unsubscribe("a");
  await transport.settled();
  await transport.server.trigger("a", "e", "1");
  expect(events).toEqual([]);
  // as pusher-js does, so that a reconnection does not bring it back
  expect(client.channel("a")).toBeUndefined();
  client.disconnect();
  client.connect();
  await transport.settled();
  expect(events).toEqual([]);
});

it("fails as often as a test asks", async () => {
  const transport = createMemoryTransport();
  transport.failNext(503);
  transport.failNext();
  await expect(transport.server.trigger("a", "e", "1")).rejects.toMatchObject({ status: 503 });
  await expect(transport.server.trigger("a", "e", "1")).rejects.toThrow("connection reset");
  await transport.server.trigger("a", "e", "1");
  expect(transport.published).toHaveLength(1);
});

it("connects again with another socket id", async () => {
  const client = createMemoryTransport().connect();
  const { socket_id } = client.connection;
  const connected = vi.fn();
  client.connection.bind("connected", connected);
  client.disconnect();
  client.connect();
  expect(connected).toHaveBeenCalledOnce();
  expect(client.connection.socket_id).not.toBe(socket_id);
});
