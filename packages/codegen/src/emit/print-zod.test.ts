// The emitted schemas judge exactly what ajv judges.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createAjv } from "../json-schema/create-ajv.ts";
import type { JsonSchema } from "../model/contract-model.ts";
import { evaluateSchema } from "./evaluate-schema.test.helper.ts";

const ajv = createAjv();

function judgeByAjv(schema: JsonSchema, definitions: Readonly<Record<string, JsonSchema>> = {}) {
  const text = JSON.stringify({ ...(schema as object), definitions }).replaceAll(
    /"\$ref":"/g,
    '"$ref":"#/definitions/',
  );
  return ajv.compile(JSON.parse(text));
}

/** A schema, and values that are near to it. */
interface Sample {
  readonly schema: JsonSchema;
  readonly values: fc.Arbitrary<unknown>;
}

const anyText = fc.oneof(
  fc.string({ maxLength: 6 }),
  fc.constantFrom("a", "ab", "😀", "2026-01-01", "é"),
);
const anyScalar = fc.oneof(
  anyText,
  fc.integer({ min: -5, max: 12 }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.boolean(),
  fc.constant(null),
  fc.constantFrom(0, 1.5, 1e300, 2 ** 53 + 2),
);
const anyValue = fc.oneof(
  { weight: 4, arbitrary: anyScalar },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 2 }) },
);

const count = fc.integer({ min: 0, max: 3 });
const bound = fc.oneof(fc.integer({ min: -3, max: 10 }), fc.constantFrom(0.5, 2.25));

function some<T extends object>(
  fields: { [K in keyof T]: fc.Arbitrary<T[K]> },
): fc.Arbitrary<Partial<T>> {
  return fc.record(fields, { requiredKeys: [] }) as fc.Arbitrary<Partial<T>>;
}

const textSample: fc.Arbitrary<Sample> = some({
  minLength: count,
  maxLength: count,
  pattern: fc.constantFrom("^a", "b$", "^\\p{L}+$", "."),
  format: fc.constantFrom(
    "date",
    "date-time",
    "email",
    "uuid",
    "ipv4",
    "hostname",
    "password",
    "int32",
  ),
}).map((rules) => ({ schema: { type: "string", ...rules }, values: anyText }));

const numberSample: fc.Arbitrary<Sample> = fc
  .tuple(
    fc.constantFrom("number", "integer"),
    some({
      minimum: bound,
      maximum: bound,
      exclusiveMinimum: bound,
      exclusiveMaximum: bound,
      multipleOf: fc.constantFrom(1, 2, 0.5),
      format: fc.constantFrom("int32", "int64", "float", "double", "date"),
    }),
  )
  .map(([type, rules]) => ({ schema: { type, ...rules }, values: anyScalar }));

const plainSample: fc.Arbitrary<Sample> = fc
  .constantFrom<JsonSchema[]>(
    { type: "boolean" },
    { type: "null" },
    {},
    { type: ["string", "null"], minLength: 1 },
    { type: ["integer", "boolean", "null"], minimum: 2 },
    { type: "string", nullable: true },
    { type: ["number", "integer"] },
  )
  .map((schema) => ({ schema, values: anyScalar }));

const literalSample: fc.Arbitrary<Sample> = fc
  .tuple(
    fc.uniqueArray(anyScalar, { minLength: 1, maxLength: 4, comparator: "SameValueZero" }),
    fc.boolean(),
  )
  .map(([values, single]) => ({
    schema: single ? { const: values[0] } : { enum: values },
    values: fc.oneof(fc.constantFrom(...values), anyScalar),
  }));

const names = ["a", "b", "c-d", "1", "class", "isPrototypeOf"];

const sample = fc.letrec<{
  any: Sample;
  object: Sample;
  array: Sample;
  tuple: Sample;
  union: Sample;
  all: Sample;
}>((tie) => ({
  any: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    textSample,
    numberSample,
    plainSample,
    literalSample,
    tie("object"),
    tie("array"),
    tie("tuple"),
    tie("union"),
    tie("all"),
  ),
  object: fc
    .tuple(
      fc.dictionary(fc.constantFrom(...names), tie("any"), { maxKeys: 3 }),
      fc.uniqueArray(fc.constantFrom(...names), { maxLength: 2 }),
      fc.oneof(fc.constantFrom<(boolean | undefined)[]>(undefined, false, true), tie("any")),
    )
    .map(([fields, required, rest]) => {
      const properties = Object.fromEntries(
        Object.entries(fields).map(([name, field]) => [name, field.schema]),
      );
      const others = typeof rest === "object" ? rest.schema : rest;
      return {
        schema: {
          type: "object",
          properties,
          required,
          ...(others === undefined ? {} : { additionalProperties: others }),
        },
        values: fc.oneof(
          fc
            .tuple(
              fc.record(
                Object.fromEntries(
                  Object.entries(fields).map(([name, field]) => [name, field.values]),
                ),
                { requiredKeys: required.filter((name) => Object.hasOwn(fields, name)) },
              ),
              fc.dictionary(fc.constantFrom(...names, "z"), anyScalar, { maxKeys: 1 }),
            )
            .map(([own, extra]) => ({ ...extra, ...own })),
          anyValue,
        ),
      };
    }),
  array: fc
    .tuple(tie("any"), some({ minItems: count, maxItems: count, uniqueItems: fc.boolean() }))
    .map(([item, rules]) => ({
      schema: { type: "array", items: item.schema, ...rules },
      values: fc.oneof(fc.array(item.values, { maxLength: 4 }), anyValue),
    })),
  tuple: fc
    .tuple(
      fc.array(tie("any"), { minLength: 1, maxLength: 2 }),
      fc.oneof(fc.constantFrom<(boolean | undefined)[]>(undefined, true, false), tie("any")),
    )
    .map(([items, rest]) => ({
      schema: {
        type: "array",
        items: items.map(({ schema }) => schema),
        minItems: items.length,
        ...(rest === undefined
          ? {}
          : { additionalItems: typeof rest === "object" ? rest.schema : rest }),
      },
      values: fc.oneof(
        fc
          .tuple(
            fc.tuple(...items.map(({ values }) => values)),
            fc.array(anyScalar, { maxLength: 2 }),
          )
          .map(([head, tail]) => [...head, ...tail]),
        anyValue,
      ),
    })),
  union: fc
    .tuple(fc.constantFrom("anyOf", "oneOf"), fc.array(tie("any"), { minLength: 1, maxLength: 3 }))
    .map(([keyword, members]) => ({
      schema: { [keyword]: members.map(({ schema }) => schema) },
      values: fc.oneof(...members.map(({ values }) => values), anyValue),
    })),
  all: fc.array(tie("object"), { minLength: 2, maxLength: 2 }).map((members) => ({
    schema: { allOf: members.map(({ schema }) => schema) },
    values: fc
      .tuple(...members.map(({ values }) => values))
      .map((parts) => Object.assign({}, ...parts.filter((part) => typeof part === "object"))),
  })),
}));

describe("printZod", () => {
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
    const definitions = {
      base: { type: "object", required: ["id"], properties: { id: { type: "integer" } } },
      tree: { type: "object", properties: { of: { type: "array", items: { $ref: "tree" } } } },
    };
    const { judge } = evaluateSchema(schema, definitions);
    const expected = judgeByAjv(schema, definitions);
    expect(values.map((value) => judge?.(value))).toEqual(values.map((value) => expected(value)));
  });

  it("judges as ajv does, for every schema that is not refused", () => {
    let refused = 0;
    let judged = 0;
    const property = fc.property(
      sample.any.chain(({ schema, values }) =>
        fc.tuple(
          fc.constant(schema),
          fc.array(fc.oneof(values, anyValue), { minLength: 1, maxLength: 8 }),
        ),
      ),
      ([schema, values]) => {
        const { judge, text, diagnostics } = evaluateSchema(schema);
        if (judge === undefined) {
          refused += 1;
          expect(diagnostics).not.toHaveLength(0);
          return;
        }
        judged += 1;
        const expected = judgeByAjv(schema);
        for (const value of values) {
          // what is judged is JSON
          const json: unknown = JSON.parse(JSON.stringify(value));
          expect({ text, value: json, valid: judge(json) }).toEqual({
            text,
            value: json,
            valid: expected(json),
          });
        }
      },
    );
    fc.assert(property, { numRuns: 1200, seed: 20_261_121 });
    expect(judged).toBeGreaterThan(refused * 2);
  });
});
