// The emitted schemas judge exactly what ajv judges.
import { readStrictly, readTolerantly } from "@lockstep/runtime/schema";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { JsonSchema } from "../model/contract-model.ts";
import { formatPatterns } from "../shape/formats.ts";
import { evaluateSchema } from "./evaluate-schema.test.helper.ts";
import { verdictsOf } from "./oracles.test.helper.ts";

const definitions = {
  base: { type: "object", required: ["id"], properties: { id: { type: "integer" } } },
  closed: { type: "object", properties: { a: { type: "string" } }, additionalProperties: false },
  tree: { type: "object", properties: { of: { type: "array", items: { $ref: "tree" } } } },
};

/** An object with a field of its own named `__proto__`. */
const hostile: unknown = JSON.parse('{"__proto__":1}');

describe("the exact reading", () => {
  it.each<[JsonSchema, readonly unknown[], readonly unknown[]]>([
    [{ not: { type: "string" } }, [1, null, {}], ["a"]],
    [{ type: "object", not: { required: ["a"] } }, [{}, { b: 1 }], [{ a: 1 }, "a"]],
    [{ not: {} }, [], [1, "a", null, {}]],
    [
      // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
      { if: { type: "string" }, then: { minLength: 2 }, else: { minimum: 3 } },
      ["ab", 3, null],
      ["a", 2],
    ],
    [{ if: { type: "string" }, else: false }, ["a"], [1]],
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
    [{ then: false, else: false }, [1, "a"], []],
    [{ contains: { const: 1 } }, [[1], [0, 1], "a", {}], [[], [0]]],
    [{ dependencies: { a: ["b"] } }, [{}, { b: 1 }, { a: 1, b: 1 }, []], [{ a: 1 }]],
    [
      { dependencies: { a: { minProperties: 2 }, b: false } },
      [{}, { a: 1, c: 1 }],
      [{ a: 1 }, { b: 1 }],
    ],
    [
      { patternProperties: { "^x": { type: "string" } }, additionalProperties: false },
      [{}, { x: "a" }, { xy: "a" }, 1],
      [{ x: 1 }, { a: "x" }, hostile],
    ],
    [
      {
        properties: { xa: {} },
        patternProperties: { "^x": { type: "string" }, a$: { minLength: 2 } },
      },
      [{ xa: "ab" }, { b: 1 }, { a: 1 }],
      [{ xa: 1 }, { xa: "a" }, { a: "a" }],
    ],
    [{ propertyNames: { maxLength: 1 } }, [{}, { a: 1 }, "ab"], [{ ab: 1 }, hostile]],
    [{ minProperties: 1, maxProperties: 2 }, [{ a: 1 }, [], hostile], [{}, { a: 1, b: 1, c: 1 }]],
    [
      { items: [{ type: "string" }, { type: "number" }] },
      [[], ["a"], ["a", 1, null], {}],
      [[1], ["a", "b"]],
    ],
    [
      { type: "array", items: [{}], additionalItems: { type: "number" } },
      [[], ["a"], ["a", 1]],
      [["a", "b"], {}],
    ],
    [{ items: [true, false] }, [[], [1]], [[1, 2]]],
    [{ items: false }, [[], "a"], [[1]]],
    [{ additionalItems: false }, [[1], []], []],
    [{ minLength: 2, minimum: 3, minItems: 1 }, ["ab", 3, [1], null, {}], ["a", 2, []]],
    [
      { properties: { a: { type: "string" } }, required: ["b"] },
      [{ b: 1 }, 1],
      [{ a: "a" }, { a: 1, b: 1 }],
    ],
    [
      { enum: [{ a: 1, b: [2] }, [1], "x"] },
      [{ b: [2], a: 1 }, [1], "x"],
      [{ a: 1 }, [1, 1], [], "y"],
    ],
    [{ const: { a: null } }, [{ a: null }], [{}, { a: 1 }, { a: null, b: 1 }]],
    [{ enum: ["a", "bb", 1], minLength: 2 }, ["bb", 1], ["a", "cc"]],
    [{ enum: [1, "a"], type: "string" }, ["a"], [1, "b"]],
    [{ type: "object", properties: { a: false } }, [{}, { b: 1 }], [{ a: 1 }]],
    [false, [], [null, 1, "a"]],
    [
      { allOf: [{ type: "array" }, { minItems: 1 }, { items: { type: "string" } }] },
      [["a"]],
      [[], [1], "a"],
    ],
    [
      { allOf: [{ $ref: "tree" }, { properties: { of: { minItems: 1 } } }] },
      [{}, { of: [{}] }],
      [{ of: [] }, { of: [1] }],
    ],
    [{ allOf: [{ type: "string" }, { type: "number" }] }, [], ["a", 1]],
    [
      {
        type: "object",
        anyOf: [{ required: ["a"] }, { required: ["b"] }],
        oneOf: [{ required: ["c"] }, { required: ["d"] }],
      },
      [
        { a: 1, c: 1 },
        { b: 1, d: 1 },
      ],
      [{ a: 1 }, { a: 1, c: 1, d: 1 }, { c: 1 }],
    ],
    [{ oneOf: [{ minLength: 1 }, { type: "null" }] }, ["a", 1], [null, ""]],
    [{ oneOf: [{ multipleOf: 2 }, { multipleOf: 3 }] }, [2, 3, 4], [6, 1, "a"]],
    [{ multipleOf: 0.1 }, [0.3, 1e300, "a"], [0.35]],
    [{ additionalProperties: { type: "string" } }, [{}, { a: "b" }, 1], [{ a: 1 }, hostile]],
    [{ type: "string", maxLength: 1 }, ["😀", "\ud83d"], ["😀a"]],
    [{ format: "date" }, ["2026-01-01", 1, {}], ["2026-13-01"]],
    [{ format: "int32" }, [1, "a"], [1.5, 2 ** 31]],
    [{ format: "duration" }, ["P1D", "PT1H", "P2W", 1], ["P", "1D", "P1W2D", "PT", "P1D\n"]],
    [
      { format: "byte" },
      ["", "YQ==", "\n", "!!!\n", "YWJj\rx", "x\nYWJj\u2028"],
      ["a", "YQ=", "é\nx"],
    ],
    [{ format: "json-pointer" }, ["", "/a~0b/~1", "/\n😀"], ["a", "/~2"]],
    [{ format: "json-pointer-uri-fragment" }, ["#", "#/a%2fB"], ["#a", "/a", "#/é", "#/%2"]],
    [{ format: "uri-template" }, ["", "/a{/b:3,c*}%2f", "é{?x_}", 1], ["{", "{a:0}", "%g", "a b"]],
    [{ format: "url" }, ["http://a.bc/é", 1], ["http://localhost", "a.bc"]],
    [{ format: "regex" }, ["^[a-z]+$", 1], ["[", "a\\Z"]],
    [{ format: "iso-time" }, ["09:31:07", "09:31:07Z", 1], ["9:31"]],
    [
      { format: "iso-date-time" },
      ["2026-11-21T09:31:07", 1],
      ["2026-11-21", "2026-02-30T00:00:00"],
    ],
    [{ format: "relative-json-pointer" }, ["0", "1/a", "0#"], ["01/a", "-1", "a", "0#a"]],
  ])("judges %j", (schema, valid, invalid) => {
    const { judge } = evaluateSchema(schema, definitions);
    const { exact } = verdictsOf(schema, definitions);
    for (const value of valid)
      expect([value, judge?.(value), exact(value)]).toEqual([value, true, true]);
    for (const value of invalid)
      expect([value, judge?.(value), exact(value)]).toEqual([value, false, false]);
  });

  it.each([...formatPatterns.keys()])("judges the format %s as ajv does", (format) => {
    const { judge } = evaluateSchema({ format }, {});
    const { exact } = verdictsOf({ format }, {});
    const text = fc.string({
      unit: fc.constantFrom(..."P1DTHMWYQ=/~0#%af+{?:,*}\n\r\u2028é😀"),
      maxLength: 8,
    });
    fc.assert(
      fc.property(text, (value) => judge?.(value) === exact(value)),
      { numRuns: 2000 },
    );
  });

  it.each<[JsonSchema, readonly unknown[]]>([
    [
      {
        allOf: [
          { $ref: "base" },
          { properties: { extra: { type: "string" } }, required: ["extra"] },
        ],
      },
      [{ id: 1, extra: "x" }, { id: 1 }, { extra: "x" }, { id: 1, extra: 2 }, "text", 1],
    ],
    [
      {
        type: "object",
        properties: { a: { type: "string" } },
        anyOf: [{ required: ["a"] }, { required: ["b"] }],
      },
      [{}, { a: "x" }, { b: 1 }, { a: 1, b: 1 }, []],
    ],
    [{ oneOf: [{ $ref: "base" }, { type: "null" }] }, [null, { id: 1 }, { id: "1" }, 1]],
    [{ type: "array", items: { $ref: "tree" } }, [[], [{ of: [{ of: [] }] }], [{ of: [1] }], {}]],
    [
      {
        oneOf: [
          {
            type: "object",
            required: ["k"],
            properties: { k: { const: null }, a: { type: "string" } },
          },
          {
            type: "object",
            required: ["k"],
            properties: { k: { enum: [1, "b"] }, a: { type: "number" } },
          },
        ],
      },
      [
        { k: null },
        { k: null, a: "x" },
        { k: null, a: 1 },
        { k: 1, a: 1 },
        { k: "b" },
        { k: 2 },
        {},
        1,
      ],
    ],
  ])("judges %j as ajv does", (schema, values) => {
    const { judge } = evaluateSchema(schema, definitions);
    const { exact } = verdictsOf(schema, definitions);
    expect(values.map((value) => judge?.(value))).toEqual(values.map((value) => exact(value)));
  });
});

describe("the other readings", () => {
  /** Each value with the verdict of the strict and of the tolerant reading. */
  it.each<[JsonSchema, readonly (readonly [value: unknown, strict: boolean, tolerant: boolean])[]]>(
    [
      [
        { allOf: [{ $ref: "base" }, { properties: { b: {} } }] },
        [
          [{ id: 1, b: 1 }, true, true],
          [{ id: 1, c: 1 }, false, true],
          [{ b: 1 }, false, false],
        ],
      ],
      [
        { allOf: [{ $ref: "closed" }, { properties: { b: { type: "number" } } }] },
        [
          [{ a: "a" }, true, true],
          [{ b: 1 }, false, true],
          [{ b: "1" }, false, false],
        ],
      ],
      [
        { type: "object", not: { $ref: "closed" } },
        [
          [{ a: "a" }, false, false],
          [{ b: 1 }, false, true],
        ],
      ],
      [
        {
          type: "object",
          if: { required: ["a"], properties: { a: {} } },
          // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
          then: { $ref: "closed" },
        },
        [
          [{ a: "a" }, true, true],
          [{ a: "a", b: 1 }, false, true],
          [{ a: 1, b: 1 }, false, false],
        ],
      ],
      [
        { type: "object", properties: { l: { type: "array", contains: { $ref: "closed" } } } },
        [
          [{ l: [{ a: "a" }] }, true, true],
          [{ l: [{ b: 1 }] }, false, false],
        ],
      ],
      [
        { type: "object", required: ["a"] },
        [
          [{ a: 1 }, false, true],
          [{}, false, false],
        ],
      ],
      [
        { type: "object", patternProperties: { "^x": {} } },
        [
          [{ x: 1 }, true, true],
          [{ y: 1 }, false, true],
        ],
      ],
      [
        { dependencies: { a: { properties: { a: {}, b: {} } } } },
        [
          [{ a: 1, b: 1 }, true, true],
          [{ a: 1, c: 1 }, false, true],
          [{ c: 1 }, true, true],
        ],
      ],
      [
        { oneOf: [{ $ref: "closed" }, { $ref: "base" }] },
        [
          [{ a: "a", id: 1 }, false, true],
          [{ a: 1 }, false, false],
        ],
      ],
      [
        { const: { a: 1 } },
        [
          [{ a: 1 }, true, true],
          [{ a: 1, b: 1 }, false, false],
        ],
      ],
      [{}, [[{ a: { b: 1 } }, true, true]]],
    ],
  )("judge %j", (schema, rows) => {
    const { zod } = evaluateSchema(schema, definitions);
    const { strict, tolerant } = verdictsOf(schema, definitions);
    for (const [value, isStrict, isTolerant] of rows) {
      if (zod === undefined) throw new Error("the schema is refused");
      const got = [readStrictly(zod, value).success, readTolerantly(zod, value).success];
      expect([value, ...got]).toEqual([value, isStrict, isTolerant]);
      expect([value, strict(value), tolerant(value)]).toEqual([value, isStrict, isTolerant]);
    }
  });
});
