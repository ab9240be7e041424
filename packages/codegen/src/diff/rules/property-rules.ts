// Rules about the fields of a payload.
import { row, type WrittenRule } from "../rule.ts";
import type { PropertyRuleId } from "../rule-ids.ts";

const both =
  "add the new field beside this one, deprecate this one, and fill both until its sunset";
const optional = "add it as an optional field first, and require it once every publisher fills it";

export const propertyRules: Readonly<Record<PropertyRuleId, WrittenRule>> = {
  "payload-property-added-optional": row("optional field", "o o o o"),
  "payload-property-added-to-closed": row(
    "optional field where the older schema has `additionalProperties: false`",
    "o o o o",
  ),
  "payload-property-added-required": {
    ...row("required field, with a default or without", "o X X o"),
    advice: optional,
  },
  "payload-property-removed-optional": {
    ...row("optional field gone", "o o X X"),
    advice: "deprecate it with a sunset first",
  },
  "payload-property-removed-required": {
    ...row("required field gone", "X o X X"),
    advice: "make it optional first, and remove it once no subscriber needs it",
  },
  "payload-property-became-optional": {
    ...row("required → optional", "X o o X"),
    advice: "release the subscribers with an optional field first",
  },
  "payload-property-became-required": {
    ...row("optional → required", "o X X o"),
    advice: "fill it in every publisher first",
  },
  "payload-property-renamed": {
    ...row("same schema, near name", "X X X X"),
    verb: "misses",
    advice: both,
  },
  "payload-property-deprecated": row("`x-deprecated` or `deprecated` added", "o o o o"),
  "payload-property-undeprecated": row("`x-deprecated` or `deprecated` removed", "o o o o", {
    bump: "patch",
  }),
  "payload-property-sunset-moved-earlier": row("sunset earlier than promised", "o o o o", {
    level: "error",
  }),
};
