import { describe, expect, it } from "vitest";
import { head, modelOf } from "../contract-text.test.helper.ts";
import type { Catalogue, CatalogueEvent, CatalogueNode } from "./catalogue.ts";
import { type CreateCatalogueOptions, createCatalogue } from "./create-catalogue.ts";

const output = "src/contract";

async function catalogueOf(
  text: string,
  options: Partial<CreateCatalogueOptions> = {},
): Promise<Catalogue> {
  const model = await modelOf(head + text);
  const { catalogue, diagnostics } = await createCatalogue(model, {
    cwd: "/nowhere",
    output,
    ...options,
  });
  if (catalogue === undefined) throw new Error(diagnostics.map(({ message }) => message).join());
  return catalogue;
}

async function eventOf(text: string): Promise<CatalogueEvent> {
  const [event] = (await catalogueOf(text)).channels.flatMap(({ events }) => events);
  if (event === undefined) throw new Error("no event");
  return event;
}

/** A tree as lines: what a reader sees of it. */
function outline({ parts }: CatalogueNode, indent = ""): string[] {
  return parts.flatMap((part) => {
    const { node } = part;
    const name = part.kind === "words" ? part.words : part.name + (part.required ? "" : "?");
    const type = node.type.map(({ text, schema }) => (schema ? `<${text}>` : text)).join("");
    const rules = node.rules.length > 0 ? `, ${node.rules.join(", ")}` : "";
    return [`${indent}${name}: ${type}${rules}`, ...outline(node, `${indent}  `)];
  });
}

async function outlineOf(payload: string, schemas = ""): Promise<string[]> {
  const { payload: node } = await eventOf(
    `channels: { news: { address: news, messages: { told: { payload: ${payload} } } } }\ncomponents: { schemas: { ${schemas} } }`,
  );
  return outline(node);
}

const ref = (name: string): string => `{ $ref: '#/components/schemas/${name}' }`;

describe("a payload as a tree", () => {
  it.each([
    [
      "required fields come first, with their rules in words",
      "{ type: object, required: [b], properties: { a: { type: integer, minimum: 1, maximum: 5 }, b: { type: string, minLength: 1, format: email } } }",
      ["b: string, format email, at least 1 character", "a?: integer, at least 1, at most 5"],
    ],
    [
      "null is one more type, and the rules stay",
      "{ type: object, properties: { a: { type: [integer, 'null'], minimum: 1 } } }",
      ["a?: integer or null, at least 1"],
    ],
    [
      "values that are listed are the type",
      "{ type: object, properties: { a: { enum: [new, 2] }, b: { const: x } } }",
      ['a?: "new" or 2', 'b?: "x"'],
    ],
    [
      "the fields of a list's items stand below it",
      "{ type: object, properties: { a: { type: array, minItems: 1, items: { type: object, properties: { b: { type: boolean } } } }, c: { type: array, items: { type: string, maxLength: 3 } } } }",
      [
        "a?: list of object, at least 1 item",
        "  b?: boolean",
        "c?: list of string, each at most 3 characters",
      ],
    ],
    [
      "each option of a union is told",
      "{ type: object, properties: { a: { anyOf: [{ type: integer, minimum: 1 }, { type: object, required: [b], properties: { b: { type: 'null' } } }] } } }",
      [
        "a?: integer or object",
        "  option 1: integer, at least 1",
        "  option 2: object",
        "    b: null",
      ],
    ],
    [
      "a map says what its values are",
      "{ type: object, properties: { a: { type: object, additionalProperties: { type: number, exclusiveMinimum: 0 } } } }",
      ["a?: map", "  each value: number, above 0"],
    ],
    [
      "conditions are told",
      "{ type: object, minProperties: 1, properties: { a: { type: string, not: { const: x } } }, dependencies: { a: [b] } }",
      ["a?: string", '  but not: "x"'],
    ],
  ])("%s", async (_, payload, wanted) => {
    expect(await outlineOf(payload)).toEqual(wanted);
  });

  it("shows a small schema in place, and names it", async () => {
    const payload = `{ type: object, properties: { id: ${ref("id")}, who: ${ref("person")} } }`;
    const schemas = `id: { type: integer }, person: { type: object, properties: { name: { type: string } } }`;
    expect(await outlineOf(payload, schemas)).toEqual([
      "id?: integer <Id>",
      "who?: <Person>",
      "  name?: string",
    ]);
  });

  it("only names a schema that leads back to itself, and one that is large", async () => {
    const fields = Array.from({ length: 30 }, (_, index) => `f${index}: { type: string }`);
    const payload = `{ type: object, properties: { tree: ${ref("tree")}, wide: ${ref("wide")} } }`;
    const schemas = `tree: { type: object, properties: { below: { type: array, items: ${ref("tree")} } } }, wide: { type: object, properties: { ${fields.join(", ")} } }`;
    expect(await outlineOf(payload, schemas)).toEqual(["tree?: <Tree>", "wide?: <Wide>"]);
    const { schemas: all } = await catalogueOf(
      `channels: { news: { address: news, messages: { told: { payload: ${payload} } } } }\ncomponents: { schemas: { ${schemas} } }`,
    );
    expect(all.map(({ name, node }) => [name, outline(node).length])).toEqual([
      ["Tree", 1],
      ["Wide", 30],
    ]);
  });

  // cause: a schema that refers twice to one that refers twice, thirty times over, has 2^30 fields in place
  it("stays small where schemas share each other many times over", async () => {
    const schemas = Array.from({ length: 30 }, (_, index) => {
      const next = index === 29 ? "{ type: string }" : ref(`s${index + 1}`);
      return `s${index}: { type: object, properties: { a: ${next}, b: ${next} } }`;
    });
    expect((await outlineOf(ref("s0"), schemas.join(", "))).length).toBeLessThan(30);
  });
});

const orders = `channels:
  orders:
    address: private-orders-{shop}.{id}
    parameters:
      shop: { examples: [north] }
      id: { x-schema: { type: integer } }
    messages:
      order-placed: { name: placed, payload: { type: integer }, examples: [{ payload: 7 }] }
      client-typing: { name: client-typing, payload: { type: string } }
      old: { name: order_old, payload: { type: integer }, x-deprecated: { sunset: '2027-06-30', use: order-placed } }
operations:
  place: { action: send, channel: { $ref: '#/channels/orders' }, messages: [{ $ref: '#/channels/orders/messages/order-placed' }] }
`;

describe("an event", () => {
  it("has code with the names of generated code, and values of the contract's examples", async () => {
    const { channels } = await catalogueOf(orders);
    const codes = channels[0]?.events.map(({ samples }) => samples.map(({ code }) => code));
    const subscribing = (property: string): string =>
      `import { subscribeToOrders } from "./src/contract/subscribers/index.js";

const subscription = subscribeToOrders(subscriber, { shop: "north", id }, {
  ${property}: (payload) => console.log(payload),
});`;
    expect(codes?.[2]).toEqual([
      `import { orders } from "./src/contract/publishers/index.js";

await publisher.publish(orders({ shop: "north", id }).orderPlaced(7));`,
      subscribing("orderPlaced"),
    ]);
    expect(codes?.[0]).toEqual([
      `import { subscribeToOrders } from "./src/contract/subscribers/index.js";

const subscription = subscribeToOrders(subscriber, { shop: "north", id }, {});
subscription.trigger("clientTyping", payload);`,
      subscribing("clientTyping"),
    ]);
  });

  it("says who sends it, and what replaces it", async () => {
    const { channels } = await catalogueOf(orders);
    expect(channels[0]?.events.map(({ key, flow }) => [key, flow])).toEqual([
      ["client-typing", { kind: "clients" }],
      ["old", { kind: "operations", sends: [], receives: [] }],
      ["order-placed", { kind: "operations", sends: ["place"], receives: [] }],
    ]);
    expect(channels[0]?.events[1]?.deprecated).toEqual({
      sunset: "2027-06-30",
      use: "order-placed",
      replacement: { channel: "orders", event: "order-placed" },
    });
  });

  it("has no code where none is generated for channels", async () => {
    const { channels } = await catalogueOf(orders, { only: "events" });
    expect(channels.flatMap(({ events }) => events.flatMap(({ samples }) => samples))).toEqual([]);
  });
});

it("reports names that clash instead of describing half of a contract", async () => {
  const model = await modelOf(
    `${head}channels: { a-b: { address: one, messages: {} }, aB: { address: two, messages: {} } }`,
  );
  const { catalogue, diagnostics } = await createCatalogue(model, { cwd: "/nowhere", output });
  expect(catalogue).toBeUndefined();
  expect(diagnostics.map(({ code }) => code)).toEqual(["name-clash"]);
});
