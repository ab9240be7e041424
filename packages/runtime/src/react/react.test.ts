// @vitest-environment happy-dom
// The hooks, mounted and rendered again, also under StrictMode.
import { act, createElement, type ReactNode, StrictMode } from "react";
import { createRoot, type Root } from "react-dom/client";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import * as z from "zod/mini";
import type { Channel, PresenceChannel } from "../channel.ts";
import type { LockstepError } from "../errors/lockstep-error.ts";
import { createMemoryTransport, type MemoryClient, type MemoryTransport } from "../memory/index.ts";
import {
  createSubscriber,
  type Handlers,
  type PresenceSubscribeOptions,
  type Subscriber,
  subscribe,
  type Trigger,
} from "../subscribe/index.ts";
import {
  SubscriberProvider,
  usePresence,
  useSubscriber,
  useSubscription,
  useTrigger,
} from "./index.ts";

interface Parameters {
  readonly slug: string;
}
interface Events {
  readonly note: string;
}
const offers: Channel<Parameters, Events> = {
  key: "offers",
  address: "hotel-{slug}",
  parameters: { slug: { type: "string" } },
  events: { note: { name: "note", schema: z.string() } },
};
const room: PresenceChannel<Parameters, Events, { readonly name: string }> = {
  ...offers,
  address: "presence-{slug}",
  member: z.object({ name: z.string() }),
};

let transport: MemoryTransport;
let client: MemoryClient;
let subscriber: Subscriber;
let root: Root;
let states: string[];
const onError = vi.fn<(error: LockstepError) => void>();

beforeEach(() => {
  vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);
  transport = createMemoryTransport();
  client = transport.connect({
    authorize: () => ({
      granted: true,
      authorization: { auth: "", channel_data: '{"user_id":"7","user_info":{"name":"Aoife"}}' },
    }),
  });
  subscriber = createSubscriber(client, { onError });
  root = createRoot(document.createElement("div"));
  states = [];
  onError.mockReset();
});

afterEach(async () => {
  await act(async () => root.unmount());
  vi.unstubAllGlobals();
});

interface Props {
  readonly slug: string | null;
  readonly handlers?: Handlers<Events>;
}

function Offers({ slug, handlers = {} }: Props): null {
  states.push(useSubscription(offers, slug === null ? null : { slug }, handlers));
  return null;
}

async function render(child: ReactNode, provided: Subscriber | null = subscriber): Promise<void> {
  const tree = createElement(SubscriberProvider, { subscriber: provided }, child);
  await act(async () => {
    root.render(createElement(StrictMode, null, tree));
    await transport.settled();
  });
}

const send = (slug: string) => act(() => transport.server.trigger(`hotel-${slug}`, "note", '"a"'));

it("subscribes once under StrictMode, and leaves when it is unmounted", async () => {
  const note = vi.fn();
  const [subscribe, unsubscribe] = [vi.spyOn(client, "subscribe"), vi.spyOn(client, "unsubscribe")];
  await render(createElement(Offers, { slug: "a", handlers: { note } }));
  await send("a");
  expect(note).toHaveBeenCalledOnce();
  expect(states.at(-1)).toBe("subscribed");
  expect(unsubscribe).not.toHaveBeenCalled();
  const channel = client.channel("hotel-a");
  await render(null);
  expect(unsubscribe.mock.calls).toEqual([["hotel-a"]]);
  expect(channel?.bindings).toBe(0);
  expect(new Set(subscribe.mock.calls.flat())).toEqual(new Set(["hotel-a"]));
});

it("calls the handlers of the last rendering without subscribing again", async () => {
  const [first, second] = [vi.fn(), vi.fn()];
  await render(createElement(Offers, { slug: "a", handlers: { note: first } }));
  const channel = client.channel("hotel-a");
  await render(createElement(Offers, { slug: "a", handlers: { note: second } }));
  await send("a");
  expect(first).not.toHaveBeenCalled();
  expect(second).toHaveBeenCalledOnce();
  expect(client.channel("hotel-a")).toBe(channel);
});

it("tells the onError of the last rendering, also where the first had none", async () => {
  const late = vi.fn();
  function Listening(options: PresenceSubscribeOptions<unknown>): null {
    useSubscription(offers, { slug: "a" }, {}, options);
    return null;
  }
  const silent = createSubscriber(client);
  await render(createElement(Listening), silent);
  await render(createElement(Listening, { onError: late }), silent);
  await act(() => transport.server.trigger("hotel-a", "note", "1"));
  expect(late).toHaveBeenCalledOnce();
});

it("follows its parameters to another channel, and to none", async () => {
  const note = vi.fn();
  await render(createElement(Offers, { slug: "a", handlers: { note } }));
  await render(createElement(Offers, { slug: "b", handlers: { note } }));
  await send("a");
  expect(note).not.toHaveBeenCalled();
  await send("b");
  expect(note).toHaveBeenCalledOnce();
  await render(createElement(Offers, { slug: null, handlers: { note } }));
  expect(states.at(-1)).toBe("closed");
  expect(client.channel("hotel-b")).toBeUndefined();
});

it("keeps a channel that another component still uses", async () => {
  const note = vi.fn();
  const other = createElement(Offers, { key: "other", slug: "a" });
  await render([createElement(Offers, { key: "it", slug: "a", handlers: { note } }), other]);
  await render([createElement(Offers, { key: "it", slug: "a", handlers: { note } })]);
  await send("a");
  expect(note).toHaveBeenCalledOnce();
});

it("does not take the page down with parameters that give no name", async () => {
  await render(createElement(Offers, { slug: "a b" }));
  expect(states.at(-1)).toBe("refused");
  expect(onError.mock.calls[0]?.[0].message).toContain("offers: parameter slug must consist of");
});

it("subscribes to nothing without a subscriber", async () => {
  function Seen(): null {
    states.push(String(useSubscriber()));
    return null;
  }
  await render(
    [createElement(Offers, { key: 1, slug: "a" }), createElement(Seen, { key: 2 })],
    null,
  );
  expect(new Set(states)).toEqual(new Set(["closed", "null"]));
});

it("follows the connection", async () => {
  await render(createElement(Offers, { slug: "a" }));
  await act(async () => client.disconnect());
  expect(states.at(-1)).toBe("pending");
  await act(async () => {
    client.connect();
    await transport.settled();
  });
  expect(states.at(-1)).toBe("subscribed");
});

it("tells who is in a presence channel", async () => {
  const onMembersChange = vi.fn();
  function Room(options: PresenceSubscribeOptions<{ readonly name: string }>): null {
    states.push(usePresence(room, { slug: "a" }, {}, options));
    return null;
  }
  await render(createElement(Room, { onMembersChange }));
  expect(states.at(-1)).toBe("subscribed");
  expect(onMembersChange).toHaveBeenLastCalledWith(new Map([["7", { name: "Aoife" }]]));
});

describe("a component that sends client events", () => {
  interface Typed {
    readonly typing: { readonly name: string };
  }
  const desk: Channel<Parameters, Typed> = {
    ...offers,
    address: "private-{slug}",
    events: { typing: { name: "client-typing", schema: z.object({ name: z.string() }) } },
  };
  let triggers: Trigger<Typed>[];

  function Desk({ slug }: { readonly slug: string | null }): null {
    const parameters = slug === null ? null : { slug };
    states.push(useSubscription(desk, parameters, {}));
    triggers.push(useTrigger(desk, parameters));
    return null;
  }

  beforeEach(() => {
    triggers = [];
  });

  const send = () => triggers.at(-1)?.("typing", { name: "Aoife" });

  it("reaches the others by the same function in every rendering, on one subscription", async () => {
    const typing = vi.fn();
    const others = transport.connect({
      authorize: () => ({ granted: true, authorization: { auth: "" } }),
    });
    const parameters = { slug: "a" };
    subscribe(createSubscriber(others), desk, { parameters, handlers: { typing } });
    const asked = vi.spyOn(client, "unsubscribe");
    await render(createElement(Desk, { slug: "a" }));
    await render(createElement(Desk, { slug: "a" }));
    expect(new Set(triggers.slice(2)).size).toBe(1);
    send();
    await transport.settled();
    expect(typing.mock.calls.map(([payload]) => payload)).toEqual([{ name: "Aoife" }]);
    expect(asked).not.toHaveBeenCalled();
  });

  it("is told why nothing was sent: no subscription, not confirmed, or unmounted", async () => {
    await render(createElement(Desk, { slug: null }));
    expect(send).toThrow("client-typing on private-{slug}: there is no subscription");
    await render(createElement(Desk, { slug: "a" }));
    await act(async () => client.disconnect());
    expect(send).toThrow("client-typing on private-a: the subscription is pending");
    await render(null);
    expect(send).toThrow("client-typing on private-a: the subscription is closed");
  });
});
