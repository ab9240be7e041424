// Rules about the types and the values of a payload.
import { row, type WrittenRule } from "../rule.ts";
import type { ValueRuleId } from "../rule-ids.ts";

const addEvent = "add a new field or event with the new type, and deprecate this one";
const readFirst = "release the subscribers that read it first, or publish under a new event";
const openEnum =
  "write the enum open, anyOf: [{ enum: […] }, { type: string }], to add values later";

export const valueRules: Readonly<Record<ValueRuleId, WrittenRule>> = {
  "payload-type-changed": {
    ...row("no value of the one is of the other: string → integer, array → object", "X X X X"),
    advice: addEvent,
  },
  "payload-type-widened": {
    ...row("another type besides: string → string or integer", "X o o X"),
    advice: readFirst,
    cases: { number: row("integer → number", "X o o o") },
  },
  "payload-type-narrowed": {
    ...row("a type less: string or integer → string", "o X X o"),
    advice: addEvent,
    cases: { number: row("number → integer", "o X R o") },
  },
  "payload-nullable-added": {
    ...row("null is allowed, in any spelling", "X o o X"),
    advice: readFirst,
  },
  "payload-nullable-removed": {
    ...row("null is no longer allowed, in any spelling", "o X X o"),
    advice: "stop sending null in every publisher first",
  },
  "payload-enum-value-added": {
    ...row("another value of a closed enum", "X o o X"),
    advice: openEnum,
  },
  "payload-open-enum-value-added": row(
    "another known value of an open enum, `anyOf: [{ enum: […] }, { type: string }]`",
    "o o o o",
  ),
  "payload-enum-value-removed": {
    ...row("a value of an enum less", "o X X X"),
    advice: "stop sending the value in every publisher first",
  },
  "payload-enum-added": {
    ...row("any text → enum, or open enum → closed", "o X X X"),
    advice: openEnum,
  },
  "payload-enum-removed": {
    ...row("enum → any text, or closed enum → open", "X o o X"),
    advice: readFirst,
  },
  "payload-const-changed": { ...row("another constant", "X X X X"), advice: addEvent },
  "payload-union-member-added": {
    ...row("`oneOf` or `anyOf` has another member", "X o o X"),
    advice: readFirst,
  },
  "payload-union-member-removed": {
    ...row("`oneOf` or `anyOf` has a member less", "o X X X"),
    advice: "stop sending it in every publisher first",
  },
  "payload-default-added": row("documentation", "o o o o", { bump: "patch" }),
  "payload-default-changed": row("documentation", "o o o o", { bump: "patch" }),
  "payload-default-removed": row("documentation", "o o o o", { bump: "patch" }),
};
