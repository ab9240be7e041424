// Every rule about payloads in both directions, and rewritings that mean the same.
import { describe, expect, it } from "vitest";
import { diffOf, lineOf, payloadText } from "./diff.test.helper.ts";

interface Row {
  readonly change: string;
  readonly before: string;
  readonly after: string;
  /** `rule axes bump`. */
  readonly there: readonly string[];
  readonly back: readonly string[];
}

const fields = (text: string): string => `{ type: object, properties: { ${text} } }`;
const required = (text: string, names: string): string =>
  `{ type: object, required: [${names}], properties: { ${text} } }`;

const rows: readonly Row[] = [
  {
    change: "an optional field",
    before: fields("a: { type: string }"),
    after: fields("a: { type: string }, b: { type: integer }"),
    there: ["payload-property-added-optional oooo minor"],
    back: ["payload-property-removed-optional ooXX major"],
  },
  {
    change: "an optional field of a closed object",
    before: "{ type: object, additionalProperties: false, properties: { a: true } }",
    after: "{ type: object, additionalProperties: false, properties: { a: true, b: true } }",
    there: ["payload-property-added-to-closed oooo minor"],
    back: ["payload-property-removed-optional ooXX major"],
  },
  {
    change: "a required field",
    before: fields("a: { type: string }"),
    after: required("a: { type: string }, b: { type: integer }", "b"),
    there: ["payload-property-added-required oXXo major"],
    back: ["payload-property-removed-required XoXX major"],
  },
  {
    change: "a field that becomes required",
    before: fields("a: { type: string }"),
    after: required("a: { type: string }", "a"),
    there: ["payload-property-became-required oXXo major"],
    back: ["payload-property-became-optional XooX major"],
  },
  {
    change: "a field's name",
    before: required("createdAt: { type: string }", "createdAt"),
    after: required("created_at: { type: string, description: new }", "created_at"),
    there: ["payload-property-renamed XXXX major"],
    back: ["payload-property-renamed XXXX major"],
  },
  {
    change: "a field's deprecation",
    before: fields("a: { type: string }"),
    after: fields("a: { type: string, deprecated: true }"),
    there: ["payload-property-deprecated oooo minor"],
    back: ["payload-property-undeprecated oooo patch"],
  },
  {
    change: "another type",
    before: fields("a: { type: string }"),
    after: fields("a: { type: integer }"),
    there: ["payload-type-changed XXXX major"],
    back: ["payload-type-changed XXXX major"],
  },
  {
    change: "a list that becomes an object",
    before: fields("a: { type: array }"),
    after: fields("a: { type: object }"),
    there: ["payload-type-changed XXXX major"],
    back: ["payload-type-changed XXXX major"],
  },
  {
    change: "another type of items",
    before: "{ type: array, items: { type: string } }",
    after: "{ type: array, items: { type: boolean } }",
    there: ["payload-type-changed XXXX major"],
    back: ["payload-type-changed XXXX major"],
  },
  {
    change: "integer → number",
    before: fields("a: { type: integer }"),
    after: fields("a: { type: number }"),
    there: ["payload-type-widened Xooo major"],
    back: ["payload-type-narrowed oXXo major"],
  },
  {
    change: "string → string or integer",
    before: fields("a: { type: string }"),
    after: fields("a: { type: [integer, string] }"),
    there: ["payload-type-widened XooX major"],
    back: ["payload-type-narrowed oXXo major"],
  },
  ...[
    "{ type: [string, 'null'] }",
    "{ anyOf: [{ type: string }, { type: 'null' }] }",
    "{ oneOf: [{ type: string }, { const: null }] }",
  ].map(
    (nullable): Row => ({
      change: `null as ${nullable}`,
      before: fields("a: { type: string }"),
      after: fields(`a: ${nullable}`),
      there: ["payload-nullable-added XooX major"],
      back: ["payload-nullable-removed oXXo major"],
    }),
  ),
  {
    change: "null in an enum",
    before: fields("a: { enum: [x, y] }"),
    after: fields("a: { enum: [x, y, null] }"),
    there: ["payload-nullable-added XooX major"],
    back: ["payload-nullable-removed oXXo major"],
  },
  {
    change: "a value of an enum",
    before: fields("a: { type: string, enum: [x, y] }"),
    after: fields("a: { type: string, enum: [z, y, x] }"),
    there: ["payload-enum-value-added XooX major"],
    back: ["payload-enum-value-removed oXXX major"],
  },
  {
    change: "a constant that becomes one of two",
    before: fields("a: { const: x }"),
    after: fields("a: { enum: [x, y] }"),
    there: ["payload-enum-value-added XooX major"],
    back: ["payload-enum-value-removed oXXX major"],
  },
  {
    change: "a known value of an open enum",
    before: fields("a: { anyOf: [{ enum: [x] }, { type: string }] }"),
    after: fields("a: { anyOf: [{ type: string }, { enum: [x, y] }] }"),
    there: ["payload-open-enum-value-added oooo minor"],
    back: ["docs-changed oooo patch"],
  },
  {
    change: "any text that becomes an enum",
    before: fields("a: { type: string }"),
    after: fields("a: { type: string, enum: [x, y] }"),
    there: ["payload-enum-added oXXX major"],
    back: ["payload-enum-removed XooX major"],
  },
  {
    change: "an open enum that is closed",
    before: fields("a: { anyOf: [{ enum: [x, y] }, { type: string }] }"),
    after: fields("a: { enum: [x, y] }"),
    there: ["payload-enum-added oXXX major"],
    back: ["payload-enum-removed XooX major"],
  },
  {
    change: "another constant",
    before: fields("a: { const: x }"),
    after: fields("a: { enum: [y] }"),
    there: ["payload-const-changed XXXX major"],
    back: ["payload-const-changed XXXX major"],
  },
  {
    change: "a member of a union with a discriminator",
    before: `{ oneOf: [${required("kind: { const: a }, x: { type: string }", "kind")}, ${required("kind: { const: b }", "kind")}] }`,
    after: `{ oneOf: [${required("kind: { const: c }", "kind")}, ${required("kind: { const: b }", "kind")}, ${required("kind: { const: a }, x: { type: string }", "kind")}] }`,
    there: ["payload-union-member-added XooX major"],
    back: ["payload-union-member-removed oXXX major"],
  },
  {
    change: "a member of a union of types",
    before: fields("a: { oneOf: [{ type: string }, { type: integer }] }"),
    after: fields("a: { oneOf: [{ type: boolean }, { type: string }, { type: integer }] }"),
    there: ["payload-union-member-added XooX major"],
    back: ["payload-union-member-removed oXXX major"],
  },
  {
    change: "a default",
    before: fields("a: { type: string }"),
    after: fields("a: { type: string, default: x }"),
    there: ["payload-default-added oooo patch"],
    back: ["payload-default-removed oooo patch"],
  },
  {
    change: "another default",
    before: fields("a: { type: string, default: y }"),
    after: fields("a: { type: string, default: x }"),
    there: ["payload-default-changed oooo patch"],
    back: ["payload-default-changed oooo patch"],
  },
  ...(
    [
      ["minimum", "integer", "minimum: 1", "minimum: 2"],
      ["maximum", "number", "maximum: 2", "exclusiveMaximum: 2"],
      ["maxLength", "string", "maxLength: 9", "maxLength: 8"],
      ["minLength", "string", "minLength: 0", "minLength: 1"],
      ["maxItems", "array", "description: x", "description: x, maxItems: 8"],
      ["uniqueItems", "array", "uniqueItems: false", "uniqueItems: true"],
      ["multipleOf", "integer", "multipleOf: 2", "multipleOf: 4"],
      ["minProperties", "object", "minProperties: 0", "minProperties: 2"],
    ] as const
  ).map(
    ([change, type, before, after]): Row => ({
      change,
      before: fields(`a: { type: ${type}, ${before} }`),
      after: fields(`a: { type: ${type}, ${after} }`),
      there: ["payload-constraint-tightened oXXo major"],
      back: ["payload-constraint-loosened Xooo major"],
    }),
  ),
  {
    change: "a pattern",
    before: fields("a: { type: string }"),
    after: fields("a: { type: string, pattern: ^a }"),
    there: ["payload-pattern-added oXXo major"],
    back: ["payload-pattern-removed Xooo major"],
  },
  {
    change: "another pattern",
    before: fields("a: { type: string, pattern: ^b }"),
    after: fields("a: { type: string, pattern: ^a }"),
    there: ["payload-pattern-changed XXXo major"],
    back: ["payload-pattern-changed XXXo major"],
  },
  {
    change: "a format",
    before: fields("a: { type: string }"),
    after: fields("a: { type: string, format: uuid }"),
    there: ["payload-format-added oXXo major"],
    back: ["payload-format-removed Xooo major"],
  },
  {
    change: "another format",
    before: fields("a: { type: string, format: date }"),
    after: fields("a: { type: string, format: uuid }"),
    there: ["payload-format-changed XXXo major"],
    back: ["payload-format-changed XXXo major"],
  },
  {
    change: "a format that nobody judges",
    before: fields("a: { type: string }"),
    after: fields("a: { type: string, format: money }"),
    there: ["docs-changed oooo patch"],
    back: ["docs-changed oooo patch"],
  },
  {
    change: "an object that is closed",
    before: "{ type: object, properties: { a: true } }",
    after: "{ type: object, properties: { a: true }, additionalProperties: false }",
    there: ["payload-additional-properties-closed oooo minor"],
    back: ["payload-additional-properties-opened oooo minor"],
  },
  {
    change: "a typed map",
    before: "{ type: object, additionalProperties: { type: string } }",
    after: "{ type: object }",
    there: ["payload-additional-properties-closed oXXX major"],
    back: ["payload-additional-properties-opened oooo minor"],
  },
  {
    change: "a condition",
    before: fields("a: true, b: true"),
    after:
      "{ type: object, properties: { a: true, b: true }, if: { required: [a] }, then: { required: [b] } }",
    there: ["payload-conditional-changed XXXo major"],
    back: ["payload-conditional-changed XXXo major"],
  },
  ...["not: { required: [a] }", "dependencies: { a: [b] }", "propertyNames: { maxLength: 9 }"].map(
    (condition): Row => ({
      change: condition,
      before: fields("a: true, b: true"),
      after: `{ type: object, properties: { a: true, b: true }, ${condition} }`,
      there: ["payload-conditional-changed XXXo major"],
      back: ["payload-conditional-changed XXXo major"],
    }),
  ),
  {
    change: "a keyword that nobody knows",
    before: "{ type: string }",
    after: "{ type: string, unevaluatedThings: 3 }",
    there: ["unknown-keyword-changed XXXo major"],
    back: ["unknown-keyword-changed XXXo major"],
  },
  {
    change: "a description",
    before: fields("a: { type: string, description: One. }"),
    after: fields("a: { type: string, description: Two., title: T, examples: [x] }"),
    there: ["docs-changed oooo patch"],
    back: ["docs-changed oooo patch"],
  },
  {
    change: "a deprecated field that gives way to one of a near name",
    before: fields("user_id: { type: string, deprecated: true }"),
    after: fields("userId: { type: string }"),
    there: [
      "payload-property-added-optional oooo minor",
      "payload-property-removed-optional ooXX major",
    ],
    back: ["payload-property-renamed XXXX major"],
  },
  {
    change: "a field that was allowed under any name",
    before: "{ type: object, additionalProperties: true }",
    after: "{ type: object, additionalProperties: true, properties: { a: { type: string } } }",
    there: ["payload-property-added-optional oooo minor", "payload-type-narrowed oXXo major"],
    back: ["payload-property-removed-optional ooXX major", "payload-type-widened XooX major"],
  },
];

describe("a change of a payload", () => {
  it.each(rows)("$change: $there, and back: $back", async ({ before, after, there, back }) => {
    const older = payloadText(before);
    const newer = payloadText(after);
    const found = [await diffOf(older, newer), await diffOf(newer, older)];
    const [first, second] = found.map(({ changes }) => changes.map(lineOf).sort());
    expect({ there: first, back: second }).toEqual({
      there: [...there].sort(),
      back: [...back].sort(),
    });
  });
});

const same: readonly (readonly [string, string, string])[] = [
  [
    "order of required, enum and properties",
    required("a: { enum: [x, y] }, b: true", "a, b"),
    required("b: true, a: { enum: [y, x] }", "b, a"),
  ],
  ["const and an enum of one", fields("a: { const: x }"), fields("a: { type: string, enum: [x] }")],
  ["minLength 0", fields("a: { type: string }"), fields("a: { type: string, minLength: 0 }")],
  [
    "exclusive bounds of integers",
    "{ type: integer, minimum: 1 }",
    "{ type: integer, exclusiveMinimum: 0 }",
  ],
  [
    "order of a union",
    "{ oneOf: [{ type: string }, { type: integer }] }",
    "{ oneOf: [{ type: integer }, { type: string }] }",
  ],
  [
    "a union of types as a list of types",
    "{ oneOf: [{ type: string }, { type: integer }] }",
    "{ type: [integer, string] }",
  ],
  [
    "three spellings of null",
    "{ type: [string, 'null'] }",
    "{ anyOf: [{ type: 'null' }, { type: string }] }",
  ],
  ["both booleans", "{ type: boolean }", "{ enum: [true, false] }"],
  [
    "allOf taken together",
    "{ allOf: [{ type: object, properties: { a: { type: string } } }, { required: [a], properties: { b: true } }] }",
    required("a: { type: string }, b: true", "a"),
  ],
  ["a boolean schema", fields("a: true"), fields("a: {}")],
  [
    "a tuple",
    "{ type: array, items: [{ type: string }], additionalItems: { type: integer } }",
    "{ type: array, items: [{ type: string }, { type: integer }], additionalItems: { type: integer } }",
  ],
  ["an empty allOf beside", "{ type: string }", "{ allOf: [{ type: string }, {}] }"],
  ["$comment", "{ type: string }", "{ type: string, $comment: x }"],
];

describe("what means the same", () => {
  it.each(same)("%s is no change", async (_, before, after) => {
    const { changes, bump, breaking, identical } = await diffOf(
      payloadText(before),
      payloadText(after),
    );
    expect({ changes, bump, breaking, identical }).toEqual({
      changes: [],
      bump: "none",
      breaking: false,
      identical: false,
    });
    expect((await diffOf(payloadText(after), payloadText(before))).changes).toEqual([]);
  });
});
