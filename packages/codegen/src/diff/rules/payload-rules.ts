// Rules about what a payload must keep besides its types, and about words that nobody breaks by.
import { row, type WrittenRule } from "../rule.ts";
import type { PayloadRuleId } from "../rule-ids.ts";

const sendFirst = "keep to the new rule in every publisher first";
const readFirst = "release the subscribers that read it first, or publish under a new event";
const undecided = "publish the new rule under a new event, and deprecate this one";

export const payloadRules: Readonly<Record<PayloadRuleId, WrittenRule>> = {
  "payload-constraint-tightened": {
    ...row(
      "`minimum` up, `maxLength` down, `multipleOf` or `uniqueItems` added and the like",
      "o X R o",
    ),
    advice: sendFirst,
  },
  "payload-constraint-loosened": { ...row("the reverse", "X o o o"), advice: readFirst },
  "payload-pattern-added": { ...row("`pattern` added", "o X R o"), advice: sendFirst },
  "payload-pattern-removed": { ...row("`pattern` removed", "X o o o"), advice: readFirst },
  "payload-pattern-changed": {
    ...row("`pattern` changed; whether one contains the other is not decided", "X X R o"),
    advice: undecided,
  },
  "payload-format-added": {
    ...row("a `format` that is judged is added", "o X R o"),
    advice: sendFirst,
  },
  "payload-format-removed": {
    ...row("a `format` that is judged is removed", "X o o o"),
    advice: readFirst,
  },
  "payload-format-changed": {
    ...row("a `format` that is judged becomes another", "X X R o"),
    advice: undecided,
  },
  "payload-additional-properties-closed": {
    ...row("`additionalProperties: false` where nothing was said", "o o o o", { level: "warning" }),
    advice: "deprecate the fields by name first",
    cases: {
      declared: row(
        "fields of any name were declared, by `true` or by a schema, and are no longer",
        "o X X X",
      ),
    },
  },
  "payload-additional-properties-opened": row(
    "`additionalProperties` no longer `false`, or fields of any name declared",
    "o o o o",
    { level: "warning" },
  ),
  "payload-conditional-changed": {
    ...row("`if`, `not`, `dependencies`, `contains` and the like; undecided", "X X R o"),
    advice: undecided,
    cases: {
      exclusive: row("`anyOf` → `oneOf`, whose members may overlap", "o o R o"),
      inclusive: row("`oneOf` → `anyOf`", "o o o o"),
    },
  },
  "unknown-keyword-changed": {
    ...row("a keyword that the comparison does not understand", "X X R o"),
    advice: "say it with keywords of JSON Schema draft-07",
  },
  "docs-changed": row(
    "descriptions, titles, examples, tags, and what else is for readers",
    "o o o o",
    {
      bump: "patch",
    },
  ),
};
