// Our extension `x-schema`, and `schema` in AsyncAPI 2: the part of JSON Schema that can be asked of a piece of a channel name.

import type { Parameter } from "@lockstep/runtime";
import { childOf, type Part } from "../load/resolve-place.ts";
import { quote } from "../quote.ts";
import { checkExtensions } from "./check-extensions.ts";
import { entriesOf, follow, isObject, type ModelContext, report } from "./model-context.ts";
import { findPatternFault } from "./pattern-fault.ts";

const stringKeywords: ReadonlySet<string> = new Set(["enum", "maxLength", "minLength", "pattern"]);
const integerKeywords: ReadonlySet<string> = new Set(["maximum", "minimum"]);
const annotations: ReadonlySet<string> = new Set([
  "default",
  "description",
  "example",
  "examples",
  "title",
  "type",
]);

/** Reads what stands under `word`, reporting by name every keyword that it cannot honour. */
export function readParameterSchema(
  context: ModelContext,
  written: Part,
  { name, word }: { readonly name: string; readonly word: "schema" | "x-schema" },
): Parameter {
  const part = follow(context, written);
  if (part === undefined) return { type: "string" };
  const refuse = (place: Part, problem: string): void =>
    report(context, place, {
      code: "parameter-schema-invalid",
      message: `parameter "${name}": ${problem}`,
    });
  if (!isObject(part.value)) {
    refuse(part, `"${word}" is not a map; write { type: string } or { type: integer }`);
    return { type: "string" };
  }
  checkExtensions(context, part, []);
  const { type } = part.value;
  if (type !== "string" && type !== "integer") {
    const found = type === undefined ? "has no type" : `has the type ${quote(type)}`;
    refuse(childOf(part, "type") ?? part, `"${word}" ${found}; write "string" or "integer"`);
    return { type: "string" };
  }
  const constraint: Record<string, unknown> = { type };
  const keywords = type === "string" ? stringKeywords : integerKeywords;
  for (const [keyword, child] of entriesOf(part)) {
    if (annotations.has(keyword) || keyword.startsWith("x-")) continue;
    const problem = keywords.has(keyword)
      ? judgeKeyword(keyword, child.value)
      : `"${keyword}" is not known in the "${word}" of type ${type}; remove it`;
    if (problem === undefined) constraint[keyword] = child.value;
    else refuse(child, problem);
  }
  return constraint as unknown as Parameter;
}

function judgeKeyword(keyword: string, value: unknown): string | undefined {
  const found = `"${keyword}" is ${quote(value)}`;
  switch (keyword) {
    case "enum":
      return Array.isArray(value) && value.length > 0 && value.every((v) => typeof v === "string")
        ? undefined
        : `${found}; list at least one text`;
    case "pattern":
      return typeof value === "string" ? findPatternFault(value) : `${found}; write text`;
    case "minimum":
    case "maximum":
      return Number.isSafeInteger(value) ? undefined : `${found}; write a safe integer`;
    default:
      return Number.isSafeInteger(value) && Number(value) >= 0
        ? undefined
        : `${found}; write an integer from 0`;
  }
}
