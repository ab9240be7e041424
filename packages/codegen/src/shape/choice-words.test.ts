import { expect, it } from "vitest";
import { parse } from "yaml";
import { contractOf } from "../plan/contract.test.helper.ts";
import { readNotes } from "./notes.ts";

const card = "if: { properties: { kind: { const: card } } }";
const more = "there are more rules for some values";

it.each<[schema: string, choices: readonly string[]]>([
  [
    `{ required: [kind], ${card}, then: { required: [number] } }`,
    ['if "kind" is `"card"`, "number" is required'],
  ],
  [
    `{ ${card}, then: { required: [number, until, name] }, else: { required: [iban] } }`,
    [
      'if "kind" is `"card"` or absent, "number", "until" and "name" are required; otherwise "iban" is required',
    ],
  ],
  [
    `{ if: { properties: { kind: { enum: [card, 1] } }, required: [kind, shop] }, else: { properties: { number: false } } }`,
    ['unless "kind" is `"card"` or `1` and "shop" is present, "number" is not allowed'],
  ],
  [
    `{ if: { not: { required: [iban] } }, then: { required: [number], properties: { number: { type: string, minLength: 12 } } } }`,
    ['unless "iban" is present, "number" is required and a string of at least 12 characters'],
  ],
  [
    `{ if: { required: [a] }, then: { type: object, not: { required: [b] } } }`,
    ['if "a" is present, "b" is not allowed'],
  ],
  [
    `{ allOf: [{ ${card}, then: { required: [number] } }, { required: [kind] }, { if: { required: [age] }, then: { properties: { age: { minimum: 18 } } } }] }`,
    ['if "kind" is `"card"`, "number" is required', 'if "age" is present, "age" is at least 18'],
  ],
  [
    `{ if: { required: [a] }, then: { required: [b] }, else: { if: { required: [c] }, then: false } }`,
    ['if "a" is present, "b" is required; otherwise if "c" is present, no value is allowed'],
  ],
  // "if A, if B, C; otherwise D" would be said of either of these
  [
    `{ if: { required: [a] }, then: { if: { required: [b] }, then: false }, else: { required: [d] } }`,
    [more],
  ],
  [
    `{ if: { required: [a] }, then: { if: { required: [b] }, then: false, else: { required: [d] } } }`,
    [more],
  ],
  [
    `{ if: { required: [a] }, else: { if: { required: [b] }, then: false, else: { required: [d] } } }`,
    [more],
  ],
  [
    `{ dependencies: { a: { if: { required: [b] }, then: false } } }`,
    ['there are more rules with "a"'],
  ],
  ...(
    [
      ["{ type: integer, minimum: 3, maximum: 5 }", "an integer of at least 3 and at most 5"],
      ["{ type: number, exclusiveMinimum: 0 }", "a number above 0"],
      ["{ type: integer, multipleOf: 5 }", "an integer, a multiple of 5"],
      ["{ type: string, pattern: '^a' }", "a string matching `^a`"],
      [
        "{ type: string, format: uuid, minLength: 3 }",
        "a string, format uuid and at least 3 characters",
      ],
      ["{ type: array, uniqueItems: true }", "a list, no item twice"],
      [
        "{ type: object, required: [id], minProperties: 2 }",
        'an object with "id", at least 2 fields',
      ],
      ["{ minLength: 3 }", "at least 3 characters"],
      ["{ type: string, enum: [a, b] }", '`"a"` or `"b"`'],
      ["{ type: string, const: a }", '`"a"`'],
    ] as const
  ).map(([schema, words]): [string, string[]] => [
    `{ if: { required: [b] }, then: { properties: { a: ${schema} } } }`,
    [`if "b" is present, "a" is ${words}`],
  ]),
  // a list of values says not all where another keyword excludes some of them
  [`{ if: { required: [b] }, then: { properties: { a: { enum: [1, 5], minimum: 3 } } } }`, [more]],
  [
    `{ dependencies: { card: { required: [name] }, none: {}, other: { oneOf: [{}] } } }`,
    ['if "card" is present, "name" is required', 'there are more rules with "other"'],
  ],
  [`{ if: { oneOf: [{}] }, else: false }`, [more]],
  [`{ if: { type: string }, then: { minLength: 3 } }`, [more]],
  [`{ ${card}, then: { properties: { number: { oneOf: [{}] } } } }`, [more]],
  [`{ ${card}, then: { required: [${"along ".repeat(40).trim().split(" ")}] } }`, [more]],
  [`{ ${card}, then: {}, else: true }`, []],
])("of %s is %j", (schema, choices) => {
  const { choices: said = [] } = readNotes(parse(schema), contractOf({}));
  expect(said).toEqual(choices);
});
