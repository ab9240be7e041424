// Expectations about what was published, and what they say when they fail.
import type { Channel, Schema } from "@lockstep/runtime";
import { createMemoryTransport } from "@lockstep/runtime/memory";
import { createEventBuilders, createPublisher } from "@lockstep/runtime/publish";
import { describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { ExpectationError, expectPublished } from "../index.ts";

interface Placed {
  readonly id: number;
  readonly items: readonly { readonly sku: string; readonly count: number }[];
}
const placedSchema: Schema<Placed> = z.object({
  id: z.number(),
  items: z.array(z.object({ sku: z.string(), count: z.number() })),
});
const orders: Channel<{ shop: string }, { placed: Placed; cancelled: { id: number } }> = {
  key: "orders",
  address: "orders-{shop}",
  parameters: { shop: { type: "string" } },
  events: {
    placed: { name: "order-placed", schema: placedSchema },
    cancelled: {
      name: "order-cancelled",
      schema: z.object({ id: z.number() }),
      envelope: { type: "order-cancelled" },
    },
  },
};
const ordersOf = (shop: string) => createEventBuilders(orders, { shop });
const { placed, cancelled } = ordersOf("a");
const order: Placed = { id: 7, items: [{ sku: "x", count: 2 }] };

async function publish(...events: Parameters<ReturnType<typeof createPublisher>["publish"]>[0][]) {
  const transport = createMemoryTransport();
  const publisher = createPublisher(transport.server, { source: "/shop" });
  for (const event of events) await publisher.publish(event);
  return transport;
}

function failureOf(expectation: () => void): string {
  try {
    expectation();
  } catch (error) {
    expect(error).toBeInstanceOf(ExpectationError);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: colours of a terminal
    return (error as Error).message.replaceAll(/\u001b\[\d+m/g, "");
  }
  throw new Error("the expectation was met");
}

describe("an expectation is met", () => {
  it("by an event with these fields, at every depth, matchers included", async () => {
    const transport = await publish(placed({ ...order, id: 1 }), placed(order));
    expectPublished(transport, placed).with({});
    expectPublished(transport, placed).with({ id: 7 });
    expectPublished(transport, placed).with({ items: [{ sku: "x" }] });
    expectPublished(transport, placed).with({ items: expect.any(Array), id: expect.any(Number) });
    expectPublished(transport, placed).withExactly({ ...order, id: expect.any(Number) });
    expectPublished(transport, placed).times(2);
    expectPublished(transport, cancelled).never();
  });

  it("by the payload within an envelope, also of events that wait to be sent", async () => {
    expectPublished(await publish(cancelled({ id: 7 })), cancelled).withExactly({ id: 7 });
    expectPublished([cancelled({ id: 7 })], cancelled).withExactly({ id: 7 });
    const { channel, name, data, envelope } = cancelled({ id: 7 });
    const row = { channel, name, data, envelope };
    expectPublished([row], cancelled).withExactly({ id: 7 });
  });
});

describe("a failure says", () => {
  it("that nothing was published", async () => {
    const transport = await publish();
    expect(failureOf(() => expectPublished(transport, placed).with({}))).toBe(
      "order-placed on orders-a: was not published; nothing was",
    );
  });

  it("what was published, and what was probably meant", async () => {
    const elsewhere = await publish(ordersOf("b").placed(order), ordersOf("b").placed(order));
    expect(failureOf(() => expectPublished(elsewhere, placed).with({ id: 7 }))).toBe(
      [
        "order-placed on orders-a: was not published; did you mean order-placed on orders-b",
        "published were",
        "  order-placed on orders-b",
      ].join("\n"),
    );
  });

  it("how the nearest payload differs", async () => {
    const transport = await publish(placed({ id: 1, items: [] }), placed(order));
    const message = failureOf(() =>
      expectPublished(transport, placed).withExactly({ id: 7, items: [{ sku: "y", count: 2 }] }),
    );
    const [first] = message.split("\n");
    expect(first).toBe(
      "order-placed on orders-a: was published with other payloads; of these 2 this one is nearest",
    );
    expect(message).toMatch(/-\s+"sku": "y"/);
    expect(message).toMatch(/\+\s+"sku": "x"/);
  });

  it("nothing of fields that were not expected", async () => {
    const transport = await publish(placed(order));
    const message = failureOf(() => expectPublished(transport, placed).with({ id: 8 }));
    expect(message).toMatch("was published with another payload");
    expect(message).not.toMatch("items");
  });

  it("how often it was published", async () => {
    const transport = await publish(placed({ id: 1, items: [] }));
    expect(failureOf(() => expectPublished(transport, placed).never())).toBe(
      'order-placed on orders-a: was published once; expected not at all\n  {"id":1,"items":[]}',
    );
    expect(failureOf(() => expectPublished(transport, placed).times(2))).toMatch(
      "was published once; expected 2 times",
    );
  });
});

it("does not take a function that is no builder", () => {
  expect(() => expectPublished([], (() => placed(order)) as typeof placed)).toThrow(TypeError);
});
