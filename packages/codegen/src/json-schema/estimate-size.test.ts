import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { head, modelOf } from "../contract-text.test.helper.ts";
import { createJudges } from "./create-judge.ts";
import { createSizeEstimates, type SizeEstimate } from "./estimate-size.ts";

async function estimate(payload: unknown, schemas: unknown = {}): Promise<SizeEstimate> {
  const channels = JSON.stringify({ a: { address: "a", messages: { m: { payload } } } });
  const components = JSON.stringify({ schemas });
  const model = await modelOf(`${head}channels: ${channels}\ncomponents: ${components}\n`);
  const schema = model.channels[0]?.messages[0]?.payload.schema ?? true;
  return createSizeEstimates(model.schemas)(schema);
}

const endless = Number.POSITIVE_INFINITY;
const two = { $ref: "#/components/schemas/two" };

describe("the size of a payload", () => {
  it.each([
    { given: true, want: [0, endless] },
    { given: { type: "string" }, want: [2, endless] },
    { given: { type: "string", minLength: 3, maxLength: 10 }, want: [5, 42] },
    { given: { type: ["integer", "null"] }, want: [1, 24] },
    { given: { enum: ["a", "é", 12345] }, want: [3, 5] },
    { given: { const: { a: 1 } }, want: [7, 7] },
    {
      given: { type: "array", items: { type: "boolean" }, minItems: 2, maxItems: 3 },
      want: [11, 20],
    },
    {
      given: { type: "array", items: [{ const: 1 }, {}], additionalItems: false, minItems: 2 },
      want: [5, endless],
    },
    { given: { type: "array", maxItems: 0 }, want: [2, 2] },
    {
      given: { type: "object", properties: { a: { const: 1 }, b: { const: 2 } }, required: ["a"] },
      want: [7, 14],
    },
    { given: { type: "object", additionalProperties: true }, want: [2, endless] },
    { given: { type: "object", patternProperties: { a: {} } }, want: [2, endless] },
    { given: { type: "object", minProperties: 2, properties: {} }, want: [11, 2] },
    { given: { oneOf: [{ const: "a" }, { const: "bcd" }] }, want: [3, 5] },
    { given: { anyOf: [{ type: "string" }, { const: 1 }] }, want: [1, endless] },
    {
      given: {
        type: "object",
        properties: { a: { const: 1 } },
        oneOf: [{ required: ["a"] }, { properties: { bb: { const: 2 } } }],
      },
      want: [2, 15],
    },
    { given: { allOf: [two, two] }, want: [4, 8] },
  ])("of $given is $want", async ({ given, want }) => {
    const { smallest, largest } = await estimate(given, { two: { const: "ab" } });
    expect([smallest, largest]).toEqual(want);
  });

  it("of what contains itself has an end", async () => {
    const tree = {
      type: "object",
      required: ["next"],
      properties: { next: { $ref: "#/components/schemas/tree" } },
    };
    const { smallest, largest } = await estimate({ $ref: "#/components/schemas/tree" }, { tree });
    expect({ smallest, largest }).toEqual({ smallest: 10, largest: endless });
  });

  it("of schemas that multiply takes no longer than reading them", async () => {
    const schemas = Object.fromEntries(
      Array.from({ length: 40 }, (_, i) => {
        const $ref = `#/components/schemas/s${i + 1}`;
        const properties = { a: { $ref }, b: { $ref } };
        return [`s${i}`, { type: "object", properties, required: ["a", "b"] }];
      }),
    );
    const found = await estimate(
      { $ref: "#/components/schemas/s0" },
      { ...schemas, s40: { type: "null" } },
    );
    expect(found.smallest).toBeGreaterThan(2 ** 40);
    expect(Number.isFinite(found.largest)).toBe(true);
  });

  it("holds for every valid value", async () => {
    const payload = {
      type: "object",
      required: ["id"],
      properties: {
        id: { type: "integer" },
        text: { type: "string", maxLength: 5 },
        list: { type: "array", maxItems: 3, items: { type: ["null", "boolean", "number"] } },
      },
    };
    const channels = JSON.stringify({ a: { address: "a", messages: { m: { payload } } } });
    const model = await modelOf(`${head}channels: ${channels}\n`);
    const schema = model.channels[0]?.messages[0]?.payload.schema ?? true;
    const judge = createJudges(model.schemas)(schema);
    const { smallest, largest } = createSizeEstimates(model.schemas)(schema);
    const text = fc.string({ unit: fc.constantFrom("a", "é", "漢", "😀"), maxLength: 5 });
    const item = fc.oneof(
      fc.constant(null),
      fc.boolean(),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
    );
    const value = fc.record(
      { id: fc.integer(), text, list: fc.array(item, { maxLength: 3 }) },
      { requiredKeys: ["id"] },
    );
    fc.assert(
      fc.property(value, (payload) => {
        expect(judge(payload)).toEqual([]);
        const size = Buffer.byteLength(JSON.stringify(payload));
        expect(size).toBeGreaterThanOrEqual(smallest);
        expect(size).toBeLessThanOrEqual(largest);
      }),
    );
  });
});
