// What a test kit is told of.
import { expect, it, onTestFinished } from "vitest";
import * as z from "zod/mini";
import type { Channel, Observation, Schema } from "./index.ts";
import { observe } from "./index.ts";
import { createMemoryTransport } from "./memory/index.ts";
import { deprecatedTwin } from "./publish/deprecated-twin.ts";
import { builderTargetOf, createEventBuilders, createPublisher } from "./publish/index.ts";
import { createSubscriber, subscribeWithClientEvents } from "./subscribe/index.ts";

const schema: Schema<{ id: number }> = z.object({ id: z.number() });
const orders: Channel<{ shop: string }, { placed: { id: number }; seen: { id: number } }> = {
  key: "orders",
  address: "private-orders-{shop}",
  parameters: { shop: { type: "string" } },
  events: { placed: { name: "order-placed", schema }, seen: { name: "client-seen", schema } },
};

it("is told of what was built, triggered and handled, until it ends", async () => {
  const told: Observation[] = [];
  const end = observe((observation) => told.push(observation));
  const transport = createMemoryTransport();
  const authorize = () => ({ granted: true as const, authorization: { auth: "" } });
  const open = (
    handlers: Parameters<
      typeof subscribeWithClientEvents<
        { shop: string },
        { placed: { id: number }; seen: { id: number } }
      >
    >[2]["handlers"],
  ) =>
    subscribeWithClientEvents(createSubscriber(transport.connect({ authorize })), orders, {
      parameters: { shop: "a" },
      handlers,
    });
  const page = open({ seen: () => undefined });
  open({});
  const other = open({ placed: () => undefined });
  await transport.settled();

  const { placed } = createEventBuilders(orders, { shop: "a" });
  await createPublisher(transport.server).publish(placed({ id: 1 }));
  expect(() => placed({ id: "1" } as never)).toThrow();
  other.trigger("seen", { id: 1 });
  expect(told).toEqual([
    { kind: "built", channel: "orders", event: "placed" },
    { kind: "handled", channel: "orders", event: "placed" },
    { kind: "handled", channel: "orders", event: "seen" },
    { kind: "triggered", channel: "orders", event: "seen" },
  ]);

  end();
  page.trigger("seen", { id: 1 });
  placed({ id: 1 });
  expect(told).toHaveLength(4);
});

it("is told of a deprecated event that is made of another", () => {
  const told: Observation[] = [];
  onTestFinished(observe((observation) => told.push(observation)));
  const old = { ...orders, key: "oldOrders", address: "old-orders-{shop}" };
  const twin = deprecatedTwin({
    of: { channel: orders, event: "placed" },
    twin: { channel: { ...old, deprecated: {} }, event: "placed" },
  });
  const { placed } = createEventBuilders(orders, { shop: "a" });
  twin.builderFor(placed({ id: 1 }))?.();
  expect(told.map(({ channel }) => channel)).toEqual(["orders", "oldOrders"]);
});

it("is told by a builder what it builds", () => {
  const { placed } = createEventBuilders(orders, { shop: "a" });
  const target = { channel: "private-orders-a", name: "order-placed", isEnveloped: false };
  expect(builderTargetOf(placed)).toEqual(target);
  expect(builderTargetOf(() => undefined)).toBeUndefined();
});
