// Subscriptions over a transport in memory that has the habits of pusher-js.
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import * as z from "zod/mini";
import type { Channel } from "../channel.ts";
import type { LockstepError } from "../errors/lockstep-error.ts";
import { createMemoryTransport, type MemoryClient, type MemoryTransport } from "../memory/index.ts";
import { createEventBuilders } from "../publish/create-event-builders.ts";
import { createPublisher, type Publisher } from "../publish/create-publisher.ts";
import {
  createSubscriber,
  type ErrorContext,
  type Handlers,
  type SubscribeOptions,
  type Subscriber,
  type Subscription,
  subscribe,
} from "./index.ts";

interface Parameters {
  readonly slug: string;
}
interface Events {
  readonly created: { readonly id: number };
  readonly note: string;
}
const events = {
  created: { name: "offer-created", schema: z.object({ id: z.number() }) },
  note: { name: "note", schema: z.string() },
} as const;
const parameters = { slug: { type: "string" } } as const;
const offers: Channel<Parameters, Events> = {
  key: "offers",
  address: "hotel-{slug}",
  parameters,
  events,
};
const guarded: Channel<Parameters, Events> = {
  key: "guarded",
  address: "private-{slug}",
  parameters,
  events,
};

let transport: MemoryTransport;
let client: MemoryClient;
let publisher: Publisher;
let subscriber: Subscriber;
let faults: (readonly [stage: string, message: string])[];

const onError = (error: LockstepError, { stage }: ErrorContext) =>
  void faults.push([stage, error.message]);

beforeEach(() => {
  transport = createMemoryTransport();
  client = transport.connect();
  publisher = createPublisher(transport.server);
  subscriber = createSubscriber(client, { onError });
  faults = [];
});

function listen(handlers: Handlers<Events>, options: SubscribeOptions = {}): Subscription {
  return subscribe(subscriber, offers, { parameters: { slug: "killarney" }, handlers, ...options });
}

const built = createEventBuilders(offers, { slug: "killarney" });

async function send(name: string, data: unknown): Promise<void> {
  await transport.server.trigger("hotel-killarney", name, data);
}

describe("a subscription", () => {
  it("hands each valid payload to its handler, with the event beside it", async () => {
    const created = vi.fn();
    const subscription = listen({ created });
    expect(subscription).toMatchObject({ channel: "hotel-killarney", state: "pending" });
    await transport.settled();
    expect(subscription.state).toBe("subscribed");
    await publisher.publish([built.created({ id: 1 }), built.note("a")]);
    expect(created.mock.calls).toEqual([
      [{ id: 1 }, { name: "offer-created", channel: "hotel-killarney" }],
    ]);
    expect(faults).toEqual([]);
  });

  it("throws for parameters that give no name", () => {
    const wrong = () =>
      subscribe(subscriber, offers, { parameters: { slug: "a b" }, handlers: {} });
    expect(wrong).toThrow("offers: parameter slug must consist of");
  });

  it("hands on the original value, with fields that the contract does not know yet", async () => {
    const created = vi.fn();
    listen({ created });
    await transport.settled();
    await send("offer-created", '{"id":1,"extra":true}');
    expect(created).toHaveBeenCalledWith({ id: 1, extra: true }, expect.anything());
  });

  it("reports what is invalid, undecodable or unknown, and hands none of it on", async () => {
    const created = vi.fn();
    listen({ created });
    await transport.settled();
    await send("offer-created", '{"id":"1"}');
    await send("offer-created", "{oops");
    await send("offer-created", JSON.stringify('{"id":1}'));
    await send("note", "1");
    await send("offer_created", "{}");
    await send("offer_created", "{}");
    await send("something-else", "{}");
    expect(created).not.toHaveBeenCalled();
    expect(faults).toEqual([
      ["validate", "offer-created on hotel-killarney: payload.id must be a number"],
      [
        "decode",
        "offer-created on hotel-killarney: the data is text, but the contract says JSON; publish the JSON itself, encoded once",
      ],
      [
        "decode",
        "offer-created on hotel-killarney: the data is text, but the contract says JSON; publish the JSON itself, encoded once",
      ],
      ["validate", "note on hotel-killarney: payload must be a string"],
      [
        "unknown-event",
        'offer_created on hotel-killarney: channel offers of the contract has no such event; did you mean "offer-created"',
      ],
      [
        "unknown-event",
        "something-else on hotel-killarney: channel offers of the contract has no such event",
      ],
    ]);
  });

  it("keeps a handler that throws or rejects from the others", async () => {
    const created = vi.fn();
    const cause = new Error("broken");
    const errors: LockstepError[] = [];
    const options = { onError: (error: LockstepError) => void errors.push(error) };
    listen(
      {
        created: () => {
          throw cause;
        },
      },
      options,
    );
    listen(
      {
        created: async () => {
          throw cause;
        },
      },
      options,
    );
    listen({ created });
    await transport.settled();
    await publisher.publish(built.created({ id: 1 }));
    await Promise.resolve();
    expect(created).toHaveBeenCalledOnce();
    expect(errors).toHaveLength(2);
    expect(errors[0]).toMatchObject({ code: "handler-failed", cause });
    expect(errors[0]?.message).toBe(
      "offer-created on hotel-killarney: the handler failed (broken)",
    );
    expect(faults).toEqual([]);
  });

  it("reads an event once, and reports a fault once, whatever the number of subscriptions", async () => {
    listen({});
    listen({});
    await transport.settled();
    await send("offer-created", "{}");
    expect(faults).toEqual([
      ["validate", "offer-created on hotel-killarney: payload.id is missing"],
    ]);
  });
});

describe("a channel that several subscriptions share", () => {
  it("stays when one of them leaves", async () => {
    const first = vi.fn();
    const second = vi.fn();
    const leaving = listen({ created: first });
    listen({ created: second });
    await transport.settled();
    leaving.unsubscribe();
    leaving.unsubscribe();
    await Promise.resolve();
    await publisher.publish(built.created({ id: 1 }));
    expect(first).not.toHaveBeenCalled();
    expect(second).toHaveBeenCalledOnce();
    expect(leaving.state).toBe("closed");
  });

  it("is left when the last one leaves, and nothing stays behind", async () => {
    const unsubscribe = vi.spyOn(client, "unsubscribe");
    const subscriptions = [listen({}), listen({})];
    await transport.settled();
    const channel = client.channel("hotel-killarney");
    for (const subscription of subscriptions) subscription.unsubscribe();
    expect(unsubscribe).not.toHaveBeenCalled();
    await Promise.resolve();
    expect(unsubscribe.mock.calls).toEqual([["hotel-killarney"]]);
    expect(channel?.bindings).toBe(0);
    expect(client.channel("hotel-killarney")).toBeUndefined();
  });

  it("survives an unmount and a mount in one go, with one call for each event", async () => {
    const created = vi.fn();
    const unsubscribe = vi.spyOn(client, "unsubscribe");
    listen({ created }).unsubscribe();
    const subscription = listen({ created });
    await transport.settled();
    await publisher.publish(built.created({ id: 1 }));
    expect(unsubscribe).not.toHaveBeenCalled();
    expect(subscription.state).toBe("subscribed");
    expect(created).toHaveBeenCalledOnce();
  });

  it("does not call a handler that another handler has removed", async () => {
    const created = vi.fn();
    listen({ created: () => removed.unsubscribe() });
    const removed = listen({ created });
    await transport.settled();
    await publisher.publish(built.created({ id: 1 }));
    expect(created).not.toHaveBeenCalled();
  });

  it("is not left where somebody else had subscribed to it before", async () => {
    const foreign = vi.fn();
    client.subscribe("hotel-killarney").bind("offer-created", foreign);
    await transport.settled();
    const subscription = listen({});
    expect(subscription.state).toBe("subscribed");
    subscription.unsubscribe();
    await Promise.resolve();
    await publisher.publish(built.created({ id: 1 }));
    expect(foreign).toHaveBeenCalledOnce();
    expect(client.channel("hotel-killarney")?.bindings).toBe(1);
  });

  it("is subscribed to again after a subscription that was given up before the answer", async () => {
    listen({}).unsubscribe();
    await Promise.resolve();
    const created = vi.fn();
    const subscription = listen({ created });
    await transport.settled();
    expect(subscription.state).toBe("subscribed");
    subscription.unsubscribe();
    await Promise.resolve();
    expect(client.channel("hotel-killarney")).toBeUndefined();
  });

  it("tells a later subscription of its state at once", async () => {
    listen({});
    await transport.settled();
    expect(listen({}).state).toBe("subscribed");
  });

  it("is heard again where somebody else ended and renewed the subscription", async () => {
    // pusher-js makes a new channel object then, and bindings on the old one are dead
    const created = vi.fn();
    listen({ created });
    await transport.settled();
    client.unsubscribe("hotel-killarney");
    client.subscribe("hotel-killarney");
    await transport.settled();
    client.disconnect();
    client.connect();
    await transport.settled();
    await publisher.publish(built.created({ id: 1 }));
    expect(created).toHaveBeenCalledOnce();
  });
});

describe("a lost connection", () => {
  it("makes subscriptions pending, and calls onResubscribed once when it is back", async () => {
    const states: string[] = [];
    const onResubscribed = vi.fn();
    const created = vi.fn();
    listen({ created }, { onResubscribed, onStateChange: (state) => void states.push(state) });
    await transport.settled();
    expect(onResubscribed).not.toHaveBeenCalled();
    client.disconnect();
    expect(states).toEqual(["subscribed", "pending"]);
    const meanwhile = vi.fn();
    listen({}, { onResubscribed: meanwhile });
    client.connect();
    await transport.settled();
    expect(states).toEqual(["subscribed", "pending", "subscribed"]);
    expect(onResubscribed).toHaveBeenCalledOnce();
    expect(meanwhile).not.toHaveBeenCalled();
    await publisher.publish(built.created({ id: 1 }));
    expect(created).toHaveBeenCalledOnce();
    expect(faults).toEqual([]);
  });
});

describe("a refused subscription", () => {
  const open = (options: SubscribeOptions = {}) =>
    subscribe(subscriber, guarded, { parameters: { slug: "a" }, handlers: {}, ...options });

  it("is reported with the status of the authorization endpoint", async () => {
    const contexts: unknown[] = [];
    const subscription = open({
      onError: (error, context) => void contexts.push([error, context]),
    });
    await transport.settled();
    expect(subscription.state).toBe("refused");
    expect(contexts).toEqual([
      [
        expect.objectContaining({
          code: "subscription-refused",
          status: 403,
          channel: "private-a",
        }),
        { stage: "subscribe", channel: "private-a" },
      ],
    ]);
  });

  it("is tried again by the next subscription and by a reconnection", async () => {
    let allowed = false;
    client = transport.connect({
      authorize: () =>
        allowed
          ? { granted: true, authorization: { auth: "" } }
          : { granted: false, status: 403, reason: "no" },
    });
    subscriber = createSubscriber(client, { onError });
    const first = open();
    await transport.settled();
    expect(first.state).toBe("refused");
    allowed = true;
    const second = open();
    await transport.settled();
    expect([first.state, second.state]).toEqual(["subscribed", "subscribed"]);
    allowed = false;
    client.disconnect();
    client.connect();
    await transport.settled();
    expect(first.state).toBe("refused");
    expect(faults).toHaveLength(2);
  });
});

describe("a subscription without an answer", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  function silentClient() {
    client = transport.connect({ authorize: () => new Promise(() => {}) });
    subscriber = createSubscriber(client, { onError, subscribeTimeoutMs: 1000 });
    return subscribe(subscriber, guarded, { parameters: { slug: "a" }, handlers: {} });
  }

  it("is reported after the time allowed, and counts as refused", async () => {
    const subscription = silentClient();
    await vi.advanceTimersByTimeAsync(999);
    expect(subscription.state).toBe("pending");
    await vi.advanceTimersByTimeAsync(1);
    expect(subscription.state).toBe("refused");
    expect(faults).toEqual([
      ["subscribe", "private-a: no confirmation within 1000 ms, the connection is connected"],
    ]);
  });

  it("stays pending while there is no connection", async () => {
    const subscription = silentClient();
    client.disconnect();
    await vi.advanceTimersByTimeAsync(1000);
    expect(subscription.state).toBe("pending");
    expect(faults).toEqual([
      ["subscribe", "private-a: no confirmation within 1000 ms, the connection is disconnected"],
    ]);
  });

  it("leaves no timer when it is given up", async () => {
    silentClient().unsubscribe();
    await vi.advanceTimersByTimeAsync(0);
    expect(vi.getTimerCount()).toBe(0);
    expect(faults).toEqual([]);
  });
});

describe("faults without an onError", () => {
  it("go to reportError of the platform", async () => {
    const reportError = vi.fn();
    vi.stubGlobal("reportError", reportError);
    subscriber = createSubscriber(client);
    listen({});
    await transport.settled();
    await send("offer-created", "{}");
    expect(reportError).toHaveBeenCalledOnce();
    vi.unstubAllGlobals();
  });

  it("go there too when onError throws", async () => {
    const reportError = vi.fn();
    vi.stubGlobal("reportError", reportError);
    const thrown = new Error("in onError");
    listen(
      {},
      {
        onError: () => {
          throw thrown;
        },
      },
    );
    await transport.settled();
    await send("offer-created", "{}");
    expect(reportError.mock.calls).toEqual([[thrown]]);
    vi.unstubAllGlobals();
  });
});

describe("deprecation", () => {
  it("is told once in a process, and only for events that have a handler", () => {
    const onDeprecated = vi.fn();
    subscriber = createSubscriber(client, { onError, onDeprecated });
    const old: Channel<Parameters, Events> = {
      ...offers,
      key: "oldOffers",
      deprecated: { since: "1.0.0", sunset: "2027-06-30", use: "offers" },
      events: { ...events, note: { ...events.note, deprecated: { use: "created" } } },
    };
    const open = (handlers: Handlers<Events>) =>
      subscribe(subscriber, old, { parameters: { slug: "a" }, handlers });
    open({});
    expect(onDeprecated.mock.calls.map(([{ message }]) => message)).toEqual([
      "channel oldOffers is deprecated since 1.0.0; it ends on 2027-06-30; use offers",
    ]);
    open({ note: () => {} });
    open({ note: () => {} });
    expect(onDeprecated.mock.calls.map(([{ message }]) => message).slice(1)).toEqual([
      "event note of channel oldOffers is deprecated; use created",
    ]);
  });
});
