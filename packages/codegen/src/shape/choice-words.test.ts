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
    ['unless "iban" is present, "number" is required and a string at least 12 characters'],
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
