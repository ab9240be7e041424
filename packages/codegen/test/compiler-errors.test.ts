// What the compiler says of wrong uses: the name of what is wrong, in few lines, and nothing of how the types are made.

import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { generate } from "../src/index.ts";
import { inFolder, place, runCompiler } from "./run-tools.ts";

const document = `asyncapi: 3.0.0
info: { title: Errors, version: 1.0.0 }
channels:
  shopOrders:
    address: private-shop-{shop}-orders
    messages:
      orderPlaced:
        payload:
          type: object
          additionalProperties: false
          required: [id, buyer, payment]
          properties:
            id: { type: integer }
            note: { type: string }
            buyer: { type: object, required: [address], properties: { address: { $ref: '#/components/schemas/address' } } }
            payment:
              oneOf:
                - { type: object, required: [kind, number], properties: { kind: { const: card }, number: { type: string } } }
                - { type: object, required: [kind], properties: { kind: { const: cash } } }
      orderShipped: { payload: { type: object, required: [at], properties: { at: { type: string } } } }
    parameters: { shop: { enum: [north, south] } }
components:
  schemas:
    address: { type: object, required: [city, zip], properties: { city: { type: string }, zip: { type: string } } }
`;

const right = {
  order: `{ id: 1, buyer: { address: { city: "Cork", zip: "T12" } }, payment: { kind: "cash" } }`,
  publish: (payload: string) => `shopOrders({ shop: "north" }).orderPlaced(${payload});`,
  subscribe: (handlers: string) =>
    `subscribeToShopOrders(subscriber, { shop: "north" }, ${handlers});`,
};

interface WrongUse {
  readonly title: string;
  readonly code: string;
  /** What the place that is told begins with. */
  readonly at?: string;
  /** What is named. */
  readonly names: readonly string[];
}

const uses: readonly WrongUse[] = [
  { title: "nothing at all", code: right.publish(right.order), names: [] },
  {
    title: "a missing field",
    code: right.publish(right.order.replace("id: 1, ", "")),
    at: "{ buyer",
    names: ["'id'", "OrderPlaced"],
  },
  {
    title: "a wrong type in a nested field",
    code: right.publish(right.order.replace('"T12"', "12")),
    at: "zip: 12",
    names: ["'number'", "'string'"],
  },
  {
    title: "a missing field of a component in a field",
    code: right.publish(right.order.replace(', zip: "T12"', "")),
    at: "address",
    names: ["'zip'", "Address"],
  },
  {
    title: "a field that there is not",
    code: right.publish(right.order.replace("id: 1", "id: 1, nots: 2")),
    at: "nots",
    names: ["'nots'", "OrderPlaced"],
  },
  {
    title: "a missing field of one member of a union",
    code: right.publish(right.order.replace('"cash"', '"card"')),
    at: "payment",
    names: ["'number'", "OrderPlacedPaymentCard"],
  },
  {
    title: "a value that discriminates nothing",
    code: right.publish(right.order.replace('"cash"', '"cheque"')),
    at: "kind",
    names: ['"cheque"', '"card" | "cash"'],
  },
  {
    title: "an event that the channel has not",
    code: 'shopOrders({ shop: "north" }).orderPlacd({});',
    at: "orderPlacd",
    names: ["'orderPlacd'", "'orderPlaced'"],
  },
  {
    title: "a parameter by another name",
    code: `shopOrders({ store: "north" }).orderShipped({ at: "now" });`,
    at: "store",
    names: ["'store'", "ShopOrdersParameters"],
  },
  {
    title: "a value that the parameter has not",
    code: `shopOrders({ shop: "west" }).orderShipped({ at: "now" });`,
    at: "shop",
    names: ['"west"', '"north" | "south"'],
  },
  {
    title: "a handler of an event that there is not",
    code: right.subscribe("{ orderPlacd: () => {} }"),
    at: "orderPlacd",
    names: ["'orderPlacd'"],
  },
  {
    title: "a handler that reads a field that there is not",
    code: right.subscribe("{ orderPlaced: (order) => order.buyers }"),
    at: "buyers",
    names: ["'buyers'", "OrderPlaced", "'buyer'"],
  },
  {
    title: "a handler that takes a field for another type",
    code: right.subscribe("{ orderPlaced: ({ id }) => id.toUpperCase() }"),
    at: "toUpperCase",
    names: ["'toUpperCase'", "'number'"],
  },
  {
    title: "a handler that reads what only one member of a union has",
    code: right.subscribe("{ orderPlaced: ({ payment }) => payment.number }"),
    at: "number",
    names: ["'number'", "OrderPlacedPaymentCash"],
  },
  {
    title: "a policy that is missing",
    code: "createChannelAuthorizer<string>({}, signer);",
    at: "{}",
    names: ["'shopOrders'", "ChannelPolicies<string>"],
  },
];

const head = `import { createChannelAuthorizer, shopOrders } from "../out/publishers/index.js";
import type { ChannelSigner } from "@lockstep/runtime/auth";
import { subscribeToShopOrders, type Subscriber } from "../out/subscribers/index.js";
declare const subscriber: Subscriber;
declare const signer: ChannelSigner;
export { createChannelAuthorizer, shopOrders, signer, subscribeToShopOrders, subscriber };
`;

describe("the compiler", () => {
  let said: readonly (readonly string[])[] = [];

  beforeAll(async () => {
    const cwd = await mkdtemp(join(tmpdir(), "lockstep-"));
    try {
      await writeFile(join(cwd, "asyncapi.yaml"), document);
      const { files } = await generate({ input: "asyncapi.yaml", output: "out", cwd });
      const written = uses.map(({ code }, index) => ({
        folder: "uses",
        path: `use${index}.ts`,
        text: `${head}${code}\n`,
      }));
      const output = inFolder((folder) => {
        place(folder, [...files, ...written]);
        return runCompiler(folder);
      });
      said = uses.map((_, index) => linesOf(output, `use${index}.ts`));
    } finally {
      await rm(cwd, { recursive: true });
    }
  });

  it.each(uses.map((use, index) => ({ ...use, index })))(
    "names what is wrong with $title",
    ({ index, code, at = "", names }) => {
      const lines = said[index] ?? [];
      if (names.length === 0) return expect(lines).toEqual([]);
      const text = lines.join("\n");
      for (const name of names) expect(text).toContain(name);
      const column = Number(/\(\d+,(\d+)\)/.exec(text)?.[1]);
      expect(code.slice(column - 1, column - 1 + at.length)).toBe(at);
      expect(lines.length).toBeLessThanOrEqual(2);
      expect(text.match(/error TS/g)).toHaveLength(1);
      expect(text).not.toMatch(/infer<|\$strip|Zod|ZodMini|Equal<|Assert</);
    },
  );
});

/** The errors of one file, each with the lines that explain it. */
function linesOf(output: string, file: string): readonly string[] {
  const errors = output.split(/\n(?=\S)/).filter((error) => error.includes(`/${file}(`));
  return errors.flatMap((error) => error.trimEnd().split("\n"));
}
