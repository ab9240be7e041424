// Presence channels and client events, with authorization by policies.
import { beforeEach, describe, expect, it, vi } from "vitest";
import * as z from "zod/mini";
import { createAuthorizer, guardChannel } from "../auth/index.ts";
import type { PresenceChannel } from "../channel.ts";
import { createMemoryTransport, type MemoryClient, type MemoryTransport } from "../memory/index.ts";
import { createPublisher } from "../publish/create-publisher.ts";
import {
  createSubscriber,
  type Handlers,
  type PresenceSubscribeOptions,
  type PresenceSubscription,
  subscribeToPresence,
} from "./index.ts";

interface Parameters {
  readonly room: number;
}
interface Events {
  readonly clientTyping: { readonly text: string };
  readonly news: string;
}
interface Member {
  readonly name: string;
}
const rooms: PresenceChannel<Parameters, Events, Member> = {
  key: "rooms",
  address: "presence-room-{room}",
  parameters: { room: { type: "integer" } },
  events: {
    clientTyping: { name: "client-typing", schema: z.object({ text: z.string() }) },
    news: { name: "news", schema: z.string() },
  },
  member: z.object({ name: z.string() }),
};

let transport: MemoryTransport;
let faults: (readonly [string, string])[];

beforeEach(() => {
  transport = createMemoryTransport();
  faults = [];
});

function connect(viewer: string): MemoryClient {
  const authorizer = createAuthorizer<string>(transport.signer, [
    guardChannel(rooms, (_: Parameters, name: string) => ({ userId: name, member: { name } })),
  ]);
  return transport.connect({ authorize: (request) => authorizer.authorize(request, viewer) });
}

function enter(
  client: MemoryClient,
  options: PresenceSubscribeOptions<Member> = {},
  handlers: Handlers<Events> = {},
): PresenceSubscription<Member, Events> {
  const subscriber = createSubscriber(client, {
    onError: (error, { stage }) => void faults.push([stage, error.message]),
  });
  return subscribeToPresence(subscriber, rooms, { parameters: { room: 1 }, handlers, ...options });
}

describe("a presence subscription", () => {
  it("knows who is there, and who comes and goes", async () => {
    const onMembersChange = vi.fn();
    const aoife = enter(connect("aoife"), { onMembersChange });
    expect([aoife.members.size, aoife.myId]).toEqual([0, undefined]);
    await transport.settled();
    expect([...aoife.members]).toEqual([["aoife", { name: "aoife" }]]);
    expect(aoife.myId).toBe("aoife");
    const brian = enter(connect("brian"));
    const brianElsewhere = enter(connect("brian"));
    await transport.settled();
    expect([...aoife.members.keys()]).toEqual(["aoife", "brian"]);
    brian.unsubscribe();
    await Promise.resolve();
    expect([...aoife.members.keys()]).toEqual(["aoife", "brian"]);
    brianElsewhere.unsubscribe();
    await Promise.resolve();
    expect([...aoife.members.keys()]).toEqual(["aoife"]);
    expect(onMembersChange).toHaveBeenLastCalledWith(aoife.members);
    expect(faults).toEqual([]);
  });

  it("knows nobody while the connection is lost", async () => {
    const client = connect("aoife");
    const subscription = enter(client);
    await transport.settled();
    client.disconnect();
    expect(subscription.members.size).toBe(0);
    client.connect();
    await transport.settled();
    expect(subscription.members.size).toBe(1);
  });

  it("knows at once who is there when it joins a channel that is subscribed", async () => {
    const client = connect("aoife");
    const subscriber = createSubscriber(client);
    const request = { parameters: { room: 1 }, handlers: {} };
    subscribeToPresence(subscriber, rooms, request);
    await transport.settled();
    expect(subscribeToPresence(subscriber, rooms, request).members.size).toBe(1);
  });

  it("leaves out and reports a member who does not match the contract", async () => {
    const subscription = enter(connect("aoife"));
    await transport.settled();
    const stranger = transport.connect({
      authorize: () => ({
        granted: true,
        authorization: { auth: "", channel_data: '{"user_id":"x","user_info":{"name":7}}' },
      }),
    });
    stranger.subscribe("presence-room-1");
    await transport.settled();
    expect([...subscription.members.keys()]).toEqual(["aoife"]);
    expect(faults).toEqual([
      ["validate", 'user "x" on presence-room-1: member.name must be a string'],
    ]);
  });
});

describe("a client event", () => {
  it("reaches the others, with the id of the member who sent it", async () => {
    const own = vi.fn();
    const typing = vi.fn();
    const aoife = enter(connect("aoife"), {}, { clientTyping: own });
    enter(connect("brian"), {}, { clientTyping: typing });
    await transport.settled();
    aoife.trigger("clientTyping", { text: "a" });
    aoife.trigger("clientTyping", { text: "b" });
    expect(own).not.toHaveBeenCalled();
    expect(typing.mock.calls).toEqual([
      [{ text: "a" }, { name: "client-typing", channel: "presence-room-1", userId: "aoife" }],
      [{ text: "b" }, { name: "client-typing", channel: "presence-room-1", userId: "aoife" }],
    ]);
  });

  it("is refused before it is sent", async () => {
    const client = connect("aoife");
    const subscription = enter(client);
    expect(() => subscription.trigger("clientTyping", { text: "a" })).toThrow(
      "client-typing on presence-room-1: the subscription is pending",
    );
    await transport.settled();
    expect(() => subscription.trigger("clientTyping", { text: 1 } as never)).toThrow(
      "client-typing on presence-room-1: payload.text must be a string",
    );
    expect(() => subscription.trigger("clientTyping", { text: "a".repeat(10_240) })).toThrow(
      "client-typing on presence-room-1: the data is 10251 bytes, 10240 are allowed",
    );
    expect(() => subscription.trigger("news", "a")).toThrow(
      "news on presence-room-1: is published by the server",
    );
    const channel = client.channel("presence-room-1");
    if (channel) channel.trigger = () => false;
    expect(() => subscription.trigger("clientTyping", { text: "a" })).toThrow(
      "client-typing on presence-room-1: the connection did not take it",
    );
  });

  it("that the contract does not know is reported", async () => {
    enter(connect("aoife"));
    const other = connect("brian");
    other.subscribe("presence-room-1");
    await transport.settled();
    other.channel("presence-room-1")?.trigger("client-typed", {});
    expect(faults).toEqual([
      [
        "unknown-event",
        'client-typed on presence-room-1: channel rooms of the contract has no such event; did you mean "client-typing"',
      ],
    ]);
  });

  it("leaves no binding behind", async () => {
    const client = connect("aoife");
    const subscription = enter(client);
    enter(connect("brian"));
    await transport.settled();
    const brian = connect("brian");
    brian.subscribe("presence-room-1");
    await transport.settled();
    brian.channel("presence-room-1")?.trigger("client-typing", { text: "a" });
    const channel = client.channel("presence-room-1");
    expect(channel?.bindings).toBe(2);
    subscription.unsubscribe();
    await Promise.resolve();
    expect(channel?.bindings).toBe(0);
  });
});

it("a published event reaches a presence channel as any other", async () => {
  const news = vi.fn();
  enter(connect("aoife"), {}, { news });
  await transport.settled();
  await createPublisher(transport.server).publish({
    id: "1",
    channel: "presence-room-1",
    name: "news",
    data: '"a"',
  });
  expect(news).toHaveBeenCalledWith("a", { name: "news", channel: "presence-room-1" });
});
