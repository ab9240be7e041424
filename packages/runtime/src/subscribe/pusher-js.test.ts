// Subscriptions on pusher-js itself, given frames by hand: it never connects.
import PusherJs, { type ChannelAuthorizationCallback } from "pusher-js";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import * as z from "zod/mini";
import type { Channel, PresenceChannel } from "../channel.ts";
import { createSubscriber, type Subscriber, subscribe, subscribeToPresence } from "./index.ts";

// under nodenext the default import is typed as its namespace, and is the constructor in fact
const Pusher = PusherJs as unknown as typeof PusherJs.default;

interface Events {
  readonly clientTyping: { readonly text: string };
  readonly note: string;
}
const channelAt = (address: string): Channel<Record<never, never>, Events> => ({
  key: "it",
  address,
  parameters: {},
  events: {
    clientTyping: { name: "client-typing", schema: z.object({ text: z.string() }) },
    note: { name: "note", schema: z.string() },
  },
});
const room: PresenceChannel<Record<never, never>, Events, { readonly name: string }> = {
  ...channelAt("presence-room"),
  member: z.object({ name: z.string() }),
};

let client: InstanceType<typeof Pusher>;
let subscriber: Subscriber;
let faults: (readonly [string, string])[];

type Answer = ChannelAuthorizationCallback;
let authorize: (answer: Answer) => void;

beforeEach(() => {
  authorize = (answer) => answer(null, { auth: "" });
  client = new Pusher("key", {
    cluster: "",
    channelAuthorization: {
      endpoint: "",
      transport: "ajax",
      customHandler: (_, answer) => authorize(answer),
    },
  });
  client.disconnect();
  faults = [];
  subscriber = createSubscriber(client, {
    onError: (error, { stage }) => void faults.push([stage, error.message]),
  });
});
afterEach(() => client.disconnect());

function enter(state: string): void {
  const { connection } = client;
  const previous = connection.state;
  connection.state = state;
  connection.emit("state_change", { previous, current: state });
  connection.emit(state);
}

const receive = (event: string, channel: string, data: unknown = {}, user_id?: string) =>
  client.connection.emit("message", { event, channel, data, user_id });

const confirm = (channel: string, data: unknown = {}) =>
  receive("pusher_internal:subscription_succeeded", channel, data);

describe("on pusher-js", () => {
  it("a subscription is confirmed, suspended and confirmed again", () => {
    const onResubscribed = vi.fn();
    const note = vi.fn();
    const request = { parameters: {}, handlers: { note }, onResubscribed };
    const subscription = subscribe(subscriber, channelAt("a"), request);
    enter("connected");
    expect(subscription.state).toBe("pending");
    confirm("a");
    expect(subscription.state).toBe("subscribed");
    receive("note", "a", "x");
    enter("connecting");
    expect(subscription.state).toBe("pending");
    enter("connected");
    confirm("a");
    receive("note", "a", "y");
    expect(note.mock.calls.map(([payload]) => payload)).toEqual(["x", "y"]);
    expect(onResubscribed).toHaveBeenCalledOnce();
    expect(faults).toEqual([]);
  });

  it("the log does not say of an event that is handled that nobody heard it", () => {
    const logged: string[] = [];
    // the log is the base class's, whichever build is loaded
    const loaded = Object.getPrototypeOf(Pusher) as { log: (line: string) => void };
    const { log } = loaded;
    loaded.log = (line) => void logged.push(line);
    enter("connected");
    subscribe(subscriber, channelAt("a"), { parameters: {}, handlers: { note: () => {} } });
    confirm("a");
    client.subscribe("b");
    receive("note", "a", "x");
    receive("note", "b", "x");
    loaded.log = log;
    const unheard = logged.filter((line) => line.includes("No callbacks") && line.includes("note"));
    expect(unheard).toEqual([expect.stringContaining("No callbacks on b for note")]);
  });

  it("an unmount and a mount in one go give one call for each event", async () => {
    // pusher-js answers the same channel object, on which a second binding would double every call
    const note = vi.fn();
    enter("connected");
    subscribe(subscriber, channelAt("a"), { parameters: {}, handlers: { note } }).unsubscribe();
    subscribe(subscriber, channelAt("a"), { parameters: {}, handlers: { note } });
    await Promise.resolve();
    confirm("a");
    receive("note", "a", "x");
    expect(note).toHaveBeenCalledOnce();
  });

  it("a subscription that was given up leaves no binding, and can be had again", async () => {
    enter("connected");
    subscribe(subscriber, channelAt("a"), { parameters: {}, handlers: {} }).unsubscribe();
    await Promise.resolve();
    const note = vi.fn();
    enter("connecting");
    enter("connected");
    const again = subscribe(subscriber, channelAt("a"), { parameters: {}, handlers: { note } });
    confirm("a");
    receive("note", "a", "x");
    expect(note).toHaveBeenCalledOnce();
    again.unsubscribe();
    await Promise.resolve();
    expect(client.allChannels()).toEqual([]);
  });

  it("a binding follows to the channel object of a renewed subscription", () => {
    const note = vi.fn();
    enter("connected");
    subscribe(subscriber, channelAt("a"), { parameters: {}, handlers: { note } });
    confirm("a");
    client.unsubscribe("a");
    client.subscribe("a");
    subscribe(subscriber, channelAt("a"), { parameters: {}, handlers: {} });
    confirm("a");
    receive("note", "a", "x");
    expect(note).toHaveBeenCalledOnce();
  });

  it.each([
    ["at once", (answer: Answer) => answer(new Error("no"), null)],
    ["later", (answer: Answer) => void Promise.resolve().then(() => answer(new Error("no"), null))],
  ])("an authorization that is refused %s is reported once", async (_, refuse) => {
    authorize = refuse;
    enter("connected");
    const subscription = subscribe(subscriber, channelAt("private-a"), {
      parameters: {},
      handlers: {},
    });
    await new Promise((resolve) => setImmediate(resolve));
    expect(subscription.state).toBe("refused");
    expect(faults).toHaveLength(1);
    expect(faults[0]).toEqual([
      "subscribe",
      expect.stringMatching(/^private-a: the subscription was refused/),
    ]);
    authorize = (answer) => answer(null, { auth: "" });
    subscribe(subscriber, channelAt("private-a"), { parameters: {}, handlers: {} });
    confirm("private-a");
    expect(subscription.state).toBe("subscribed");
  });

  it("a channel that pusher-js refuses is reported, not thrown", async () => {
    const add = vi.spyOn(client, "subscribe").mockImplementation(() => {
      throw new Error("no nacl implementation available");
    });
    const subscription = subscribe(subscriber, channelAt("a"), { parameters: {}, handlers: {} });
    await Promise.resolve();
    expect(subscription.state).toBe("refused");
    expect(faults[0]?.[1]).toContain(
      "the subscription was refused (no nacl implementation available)",
    );
    add.mockRestore();
  });

  it("members and the sender of a client event are known", async () => {
    authorize = (answer) => answer(null, { auth: "", channel_data: '{"user_id":"7"}' });
    enter("connected");
    const clientTyping = vi.fn();
    const subscription = subscribeToPresence(subscriber, room, {
      parameters: {},
      handlers: { clientTyping },
    });
    await new Promise((resolve) => setImmediate(resolve));
    const hash = { 7: { name: "Aoife" } };
    confirm("presence-room", { presence: { count: 1, ids: ["7"], hash } });
    expect(subscription.myId).toBe("7");
    receive("pusher_internal:member_added", "presence-room", {
      user_id: "8",
      user_info: { name: "B" },
    });
    expect([...subscription.members.keys()]).toEqual(["7", "8"]);
    receive("client-typing", "presence-room", { text: "a" }, "8");
    receive("client-typing", "presence-room", { text: "b" }, "8");
    expect(clientTyping.mock.calls.map(([payload, { userId }]) => [payload.text, userId])).toEqual([
      ["a", "8"],
      ["b", "8"],
    ]);
    enter("connecting");
    expect(subscription.members.size).toBe(0);
    expect(faults).toEqual([]);
  });
});
