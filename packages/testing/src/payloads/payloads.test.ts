// Payloads of every construct, judged by two judges that do not know how they were made.
import type { JsonSchema, SchemaModel } from "@lockstep/codegen/contract";
import type { Channel, Schema } from "@lockstep/runtime";
import { readStrictly, readTolerantly } from "@lockstep/runtime/schema";
import { describe, expect, it, test } from "vitest";
import { loadTestContract } from "../load-test-contract.ts";
import { createPayloads, loadPayloads, type Payloads } from "./index.ts";

const origin = { file: "a.yaml", pointer: "", line: 1, column: 1 };

function payloadsOf(
  schema: JsonSchema,
  referred: Readonly<Record<string, JsonSchema>> = {},
  seed = 1,
): Payloads {
  const models = Object.entries(referred).map(([id, part]): [string, SchemaModel] => [
    id,
    { id, schema: part, origin },
  ]);
  return createPayloads({ schemas: new Map(models) }, { seed })({ schema });
}

describe("valid payloads", () => {
  it.each<[string, JsonSchema, unknown[]]>([
    ["both bounds of an integer", { type: "integer", minimum: 3, maximum: 9 }, [3, 9]],
    ["both bounds of a decimal", { type: "number", minimum: 0.1, maximum: 0.3 }, [0.1, 0.3]],
    [
      "the multiples at both bounds",
      { type: "integer", minimum: 1, maximum: 20, multipleOf: 7 },
      [7, 14],
    ],
    [
      "the shortest and the longest text",
      { type: "string", minLength: 2, maxLength: 5 },
      ["aa", "aaaaa", "ééééé"],
    ],
    [
      "characters beyond the first plane, counted as one",
      { type: "string", maxLength: 2 },
      ["😀😀"],
    ],
    ["each listed value", { enum: ["a", 1, null, { b: [] }] }, ["a", 1, null, { b: [] }]],
    ["a constant object", { const: { a: 1 } }, [{ a: 1 }]],
    ["each type of several", { type: ["boolean", "null"] }, [true, false, null]],
    [
      "a leap day and a leap second",
      { type: "string", format: "date-time" },
      ["2024-02-29T23:59:59.999999Z", "1998-12-31T23:59:60Z"],
    ],
    [
      "an optional field present and absent",
      { type: "object", properties: { a: { const: 1 } } },
      [{ a: 1 }, {}],
    ],
    [
      "each arm of a union",
      {
        oneOf: [
          { const: 1 },
          { type: "object", required: ["k"], properties: { k: { const: "x" } } },
        ],
      },
      [1, { k: "x" }],
    ],
    [
      "the emptiest and the fullest list",
      { type: "array", items: { const: 1 }, minItems: 1, maxItems: 3 },
      [[1], [1, 1, 1]],
    ],
    [
      "fields of a map",
      { type: "object", additionalProperties: { const: 1 } },
      [{}, { "another field": 1 }],
    ],
    [
      "fields of a pattern",
      {
        type: "object",
        patternProperties: { "^x-a$": { const: 1 } },
        additionalProperties: false,
        minProperties: 1,
      },
      [{ "x-a": 1 }],
    ],
    [
      "both sides of a condition",
      {
        type: "object",
        properties: { a: { type: "boolean" }, b: { const: 1 } },
        required: ["a"],
        if: { properties: { a: { const: true } } },
        else: { required: ["b"] },
      },
      [{ a: true }, { a: false, b: 1 }],
    ],
    [
      "what all of several schemas take",
      { allOf: [{ type: "integer", minimum: 2 }, { maximum: 2 }] },
      [2],
    ],
  ])("explore %s", (_, schema, wanted) => {
    expect(payloadsOf(schema).valid).toEqual(expect.arrayContaining(wanted));
  });

  it("follow references, and end where a schema leads back to itself", () => {
    const node: JsonSchema = {
      type: "object",
      required: ["children"],
      properties: { children: { type: "array", items: { $ref: "node" } } },
    };
    const { valid, gaps } = payloadsOf({ $ref: "node" }, { node });
    expect(valid).toEqual(
      expect.arrayContaining([{ children: [] }, { children: [{ children: [] }] }]),
    );
    expect(gaps).toEqual([]);
  });

  it("are the same for the same seed, and others for another", () => {
    const schema: JsonSchema = { type: "string", pattern: "^[a-z]{3,9}$" };
    expect(payloadsOf(schema, {}, 7)).toEqual(payloadsOf(schema, {}, 7));
    expect(payloadsOf(schema, {}, 7).valid).not.toEqual(payloadsOf(schema, {}, 8).valid);
  });

  it("of many schemas that share their parts take no time", () => {
    const parts = Array.from({ length: 16 }, (_, at): [string, JsonSchema] => {
      const next: JsonSchema = at < 15 ? { $ref: `p${at + 1}` } : { type: "integer" };
      return [`p${at}`, { type: "object", properties: { a: next, b: next }, required: ["a", "b"] }];
    });
    // 2^16 integers in the simplest value; a payload that is too large is the publisher's to refuse
    const { valid } = payloadsOf({ $ref: "p8" }, Object.fromEntries(parts));
    expect(valid.length).toBeGreaterThan(10);
  });
});

describe("invalid payloads", () => {
  it.each<[string, JsonSchema, unknown[]]>([
    ["one beyond a bound", { type: "integer", minimum: 3, maximum: 9 }, [2, 10]],
    ["an excluded bound", { type: "integer", exclusiveMinimum: 3 }, [3]],
    ["a fraction", { type: "integer", minimum: 0, maximum: 2 }, [1.5]],
    [
      "one character too few or too many",
      { type: "string", minLength: 2, maxLength: 5 },
      ["a", "aaaaaa"],
    ],
    ["a value that is not listed", { enum: ["created"] }, ["createdX"]],
    ["the wrong type", { type: "boolean" }, ["true", 1, null]],
    [
      "a missing field",
      { type: "object", properties: { a: { const: 1 }, b: { const: 2 } }, required: ["a", "b"] },
      [{ b: 2 }, { a: 1 }],
    ],
    [
      "a field too many",
      { type: "object", properties: { a: { const: 1 } }, additionalProperties: false },
      [{ a: 1, internal_note: "x" }],
    ],
    ["the wrong format", { type: "string", format: "date" }, ["2026-02-29"]],
    [
      "an item twice",
      { type: "array", items: { enum: [1, 2] }, uniqueItems: true, minItems: 1 },
      [[1, 1]],
    ],
    ["one item too many", { type: "array", items: { const: 1 }, maxItems: 1 }, [[1, 1]]],
    [
      "a fault deep within",
      {
        type: "object",
        required: ["a"],
        properties: { a: { type: "array", minItems: 1, items: { const: 1 } } },
      },
      [{ a: [null] }],
    ],
  ])("have %s", (_, schema, wanted) => {
    const { invalid } = payloadsOf(schema);
    expect(invalid.map(({ value }) => value)).toEqual(expect.arrayContaining(wanted));
  });

  it("say where they are wrong and why", () => {
    const { invalid } = payloadsOf({
      type: "object",
      properties: { "a/b": { type: "integer", maximum: 3 } },
      required: ["a/b"],
    });
    expect(invalid).toContainEqual({
      value: { "a/b": 4 },
      pointer: "/a~1b",
      fault: "is above the most, 3",
      refusedBySubscriber: true,
    });
  });

  it("with an undeclared field are a publisher's business alone", () => {
    for (const closed of [{}, { additionalProperties: false }]) {
      const { invalid } = payloadsOf({
        type: "object",
        properties: { a: { const: 1 } },
        ...closed,
      });
      const extra = invalid.find(({ pointer }) => pointer === "/internal_note");
      expect(extra).toMatchObject({ refusedBySubscriber: false });
    }
  });

  it("have no undeclared field where further fields are allowed in words", () => {
    const schema = { type: "object", properties: { a: { const: 1 } }, additionalProperties: true };
    expect(payloadsOf(schema).invalid.map(({ pointer }) => pointer)).not.toContain(
      "/internal_note",
    );
  });
});

describe("what cannot be made", () => {
  it("is named, with its place and its schema", () => {
    const schema: JsonSchema = {
      type: "object",
      properties: { code: { type: "string", pattern: "^(?=.*7)(?=.*Q)[0-9A-Z]{24}$" } },
      required: ["code"],
    };
    const { valid, gaps } = payloadsOf(schema);
    expect(valid).toEqual([]);
    expect(gaps).toEqual([
      {
        pointer: "/code",
        problem: expect.stringMatching(/^no value could be made that is what .*pattern/),
      },
    ]);
  });

  it("is named where only an optional field suffers", () => {
    const properties = { odd: { type: "integer", minimum: 5, maximum: 4 }, a: { const: 1 } };
    const { valid, gaps } = payloadsOf({ type: "object", properties });
    expect(valid).toEqual([{ a: 1 }, {}]);
    expect(gaps.map(({ pointer }) => pointer)).toEqual(["/odd"]);
  });

  it("is a field that must be there and is declared nowhere", () => {
    const { gaps } = payloadsOf({ type: "object", properties: { a: {} }, required: ["b"] });
    expect(gaps[0]?.pointer).toBe("/b");
    expect(gaps[0]?.problem).toMatch("nowhere declared");
  });
});

const cases = new URL("../../../codegen/test/cases/", import.meta.url);

test.each(["channels", "hostile", "keywords", "names", "recursive", "schemas"])(
  "the generated schemas of the case %s judge every payload as the contract does",
  async (name) => {
    const model = await loadTestContract(new URL(`${name}/asyncapi.yaml`, cases));
    const make = createPayloads(model);
    const path = new URL(`${name}/expected/events/index.ts`, cases);
    const generated = Object.values(await import(/* @vite-ignore */ path.href));
    for (const channel of model.channels) {
      const definition = generated.find((one) => isChannel(one) && one.key === channel.key);
      const events = Object.values((definition as Channel<object, object>).events);
      for (const { name: wireName, payload } of channel.messages) {
        const { schema } = events.find(
          (event) => (event as { name: string }).name === wireName,
        ) as {
          schema: Schema<unknown>;
        };
        const { valid, invalid, gaps } = make(payload);
        expect(valid.length + gaps.length, wireName).toBeGreaterThan(0);
        expect(valid.filter((value) => !readStrictly(schema, value).success)).toEqual([]);
        expect(invalid.filter(({ value }) => readStrictly(schema, value).success)).toEqual([]);
        expect(
          invalid.filter(
            ({ value, refusedBySubscriber }) =>
              readTolerantly(schema, value).success === refusedBySubscriber,
          ),
        ).toEqual([]);
      }
    }
  },
);

function isChannel(value: unknown): value is Channel<object, object> {
  return typeof value === "object" && value !== null && "address" in value;
}

// cause: the first ended in "Invalid string length", the others in a process without memory
describe("what no event can carry", () => {
  const lists = (depth: number): JsonSchema =>
    depth === 0
      ? { type: "string" }
      : { type: "array", minItems: 100, items: lists(depth - 1) as object };

  it.each<[string, JsonSchema, string]>([
    ["an endless text", { type: "string", minLength: 1e9 }, "/a"],
    ["an endless list", { type: "array", minItems: 1e8, items: true }, "/a"],
    ["lists inside of lists", lists(8), "/a/*/*/*/*/*/*"],
    ["many long texts", { type: "array", minItems: 9000, items: { type: "string" } }, "/a"],
  ])("is a gap: %s", (_, schema, pointer) => {
    const { valid, gaps } = payloadsOf({ type: "object", properties: { a: schema } });
    expect(valid[0]).toEqual({});
    expect(gaps.map((gap) => gap.pointer)).toEqual([pointer]);
  });
});

describe("the payloads of a document", () => {
  const contract = new URL("../../../../asyncapi/asyncapi.yaml", import.meta.url);

  it("are found by the keys of channel and message", async () => {
    const payloads = await loadPayloads(contract);
    const { valid, invalid, gaps } = payloads.of("hotelOffers", "offerDeleted");
    expect(valid[0]).toEqual({ offer_id: 8, offer_title: "Spa weekend", action: "deleted" });
    expect(invalid.map(({ pointer, fault }) => `${pointer} ${fault}`)).toContain(
      "/offer_id is missing",
    );
    expect(gaps).toEqual([]);
  });

  it("are not found by another key, and the nearest is named", async () => {
    const payloads = await loadPayloads(contract);
    expect(() => payloads.of("hotelOfers", "offerDeleted")).toThrow(
      '"hotelOfers" is no channel; did you mean "hotelOffers"',
    );
    expect(() => payloads.of("hotelOffers", "zzz")).toThrow(
      '"zzz" is no message of channel hotelOffers; known are offerCreated, ',
    );
  });

  it("are not made of a document that is no contract", async () => {
    await expect(loadPayloads("nowhere/asyncapi.yaml")).rejects.toThrow(
      /^nowhere\/asyncapi.yaml is no valid contract; mend it:\n {2}nowhere\/asyncapi.yaml:1:1 /,
    );
  });
});
