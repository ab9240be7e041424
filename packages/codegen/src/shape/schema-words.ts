// A schema in a few words.
import type { JsonSchemaObject } from "../model/contract-model.ts";
import { isAnnotation } from "./keywords.ts";
import { isSchemaObject } from "./shape-reader.ts";

/** The constraints of a schema that no other schema is in, in words. */
export type WordLimits = (schema: JsonSchemaObject) => readonly string[];

/** `"a" or "b"`, `a string of at least 3 characters`, `an object with "id"`; `undefined` where that would not be all. */
export function describeSchema(schema: unknown, limits: WordLimits): string | undefined {
  if (schema === true) return "anything";
  if (!isSchemaObject(schema)) return undefined;
  if (schema.$ref !== undefined) return code(lastSegment(schema.$ref));
  const { const: constant, enum: listed, type, required, ...others } = schema;
  const rest = keywordsOf(others);
  const but = keywordsOf(schema).filter((keyword) => keyword !== "type");
  if (constant !== undefined && but.length === 1) return code(toJson(constant));
  if (Array.isArray(listed) && listed.length <= 4 && but.length === 1)
    return listed.map((value) => code(toJson(value))).join(" or ");
  const noun = typeof type === "string" ? nouns.get(type) : undefined;
  const said = sayLimits(others, limits);
  if (said === undefined || constant !== undefined || listed !== undefined) return undefined;
  if (type !== undefined && noun === undefined) return undefined;
  const names = Array.isArray(required) ? required.map((name) => quote(String(name))) : [];
  const fields = names.length > 0 ? [`with ${names.join(" and ")}`] : [];
  if (rest.length === 0 && fields.length + (noun?.length ?? 0) === 0) return undefined;
  const subject = [noun, ...fields].filter((part) => part).join(" ");
  if (subject === "" || said === "") return subject + said;
  return subject + (fields.length > 0 ? ", " : joinTo(said)) + said;
}

/** What makes `a string of at least 3 characters` and `a string matching …` of a noun and its limits. */
function joinTo(limits: string): string {
  if (/^at (?:least|most) /.test(limits)) return " of ";
  return /^(?:above|below|matching) /.test(limits) ? " " : ", ";
}

/** All keywords in words, but for `type`; `undefined` where some have none. */
export function sayLimits(schema: JsonSchemaObject, limits: WordLimits): string | undefined {
  const keywords = keywordsOf(schema).filter((keyword) => keyword !== "type");
  const said = limits(Object.fromEntries(keywords.map((keyword) => [keyword, schema[keyword]])));
  return said.length < keywords.length ? undefined : said.join(" and ");
}

/** Without those that only describe. */
export function keywordsOf(schema: JsonSchemaObject): readonly string[] {
  return Object.keys(schema).filter((keyword) => !isAnnotation(keyword));
}

const nouns: ReadonlyMap<string, string> = new Map([
  ["array", "a list"],
  ["boolean", "a boolean"],
  ["integer", "an integer"],
  ["null", "null"],
  ["number", "a number"],
  ["object", "an object"],
  ["string", "a string"],
]);

function lastSegment(reference: string): string {
  return reference.split(/[/#]/).at(-1) ?? reference;
}

function toJson(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length > longestValue ? `${text.slice(0, longestValue)}…` : text;
}

const longestValue = 40;

export function code(text: string): string {
  return `\`${text.replaceAll("`", "'")}\``;
}

export function quote(name: string): string {
  return `"${name}"`;
}
