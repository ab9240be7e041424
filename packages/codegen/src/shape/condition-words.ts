// What the keywords that hold whole schemas ask for, in words.
import type { JsonSchemaObject } from "../model/contract-model.ts";
import { isAnnotation } from "./keywords.ts";
import { isSchemaObject } from "./shape-reader.ts";

/** The constraints of a schema that no other schema is in, in words. */
type WordLimits = (schema: JsonSchemaObject) => readonly string[];

/** A schema that takes too many words is only said to be there. */
export function describeConditions(schema: JsonSchemaObject, limits: WordLimits): string[] {
  const words = (part: unknown): string | undefined => describeSchema(part, limits);
  const { additionalProperties, contains, items, not, propertyNames } = schema;
  const isClosed = additionalProperties === false && isSchemaObject(schema.properties);
  return [
    ...(isSchemaObject(items) ? limits(items).map((limit) => `each ${limit}`) : []),
    ...(contains === undefined ? [] : [`with an item that is ${words(contains) ?? someForm}`]),
    ...describePatterns(schema.patternProperties, words),
    ...(isClosed ? ["no other fields"] : []),
    ...(propertyNames === undefined ? [] : [describeNames(propertyNames, limits)]),
    ...describeDependencies(schema.dependencies),
    ...(not === undefined ? [] : [describeNot(words(not))]),
    ...(schema.if === undefined ? [] : ["more rules for some values"]),
  ];
}

const someForm = "of a certain form";

function describeNot(words: string | undefined): string {
  return words === undefined ? "some values excluded" : `not ${words}`;
}

function describePatterns(
  patterns: unknown,
  words: (schema: unknown) => string | undefined,
): readonly string[] {
  if (!isSchemaObject(patterns)) return [];
  return Object.entries(patterns).map(([pattern, schema]) => {
    const subject = `matching ${code(pattern)}`;
    if (schema === false) return `no field ${subject}`;
    return `fields ${subject} are ${words(schema) ?? someForm}`;
  });
}

function describeNames(schema: unknown, limits: WordLimits): string {
  const said = isSchemaObject(schema) ? sayLimits(schema, limits) : undefined;
  return `names of fields ${said || someForm}`;
}

/** Lists of fields; what a schema asks for is not told. */
function describeDependencies(dependencies: unknown): readonly string[] {
  if (!isSchemaObject(dependencies)) return [];
  return Object.entries(dependencies).flatMap(([name, needed]) => {
    if (!Array.isArray(needed)) return [`more rules with ${quote(name)}`];
    return needed.length === 0
      ? []
      : [`with ${quote(name)} also ${needed.map((other) => quote(String(other))).join(", ")}`];
  });
}

/** `"a" or "b"`, `a string, at least 3 characters`, `an object with "id"`; `undefined` where that would not be all. */
function describeSchema(schema: unknown, limits: WordLimits): string | undefined {
  if (schema === true) return "anything";
  if (!isSchemaObject(schema)) return undefined;
  if (schema.$ref !== undefined) return code(lastSegment(schema.$ref));
  const { const: constant, enum: listed, type, required, ...others } = schema;
  const rest = keywordsOf(others);
  if (constant !== undefined && keywordsOf(schema).length === 1) return code(toJson(constant));
  if (Array.isArray(listed) && listed.length <= 4 && keywordsOf(schema).length <= 2)
    return listed.map((value) => code(toJson(value))).join(" or ");
  const noun = typeof type === "string" ? nouns.get(type) : undefined;
  const said = sayLimits(others, limits);
  if (said === undefined || constant !== undefined || listed !== undefined) return undefined;
  if (type !== undefined && noun === undefined) return undefined;
  const names = Array.isArray(required) ? required.map((name) => quote(String(name))) : [];
  const fields = names.length > 0 ? [`with ${names.join(" and ")}`] : [];
  if (rest.length === 0 && fields.length + (noun?.length ?? 0) === 0) return undefined;
  return [noun, ...fields, said].filter((part) => part).join(" ");
}

/** All keywords in words, but for `type`; `undefined` where some have none. */
function sayLimits(schema: JsonSchemaObject, limits: WordLimits): string | undefined {
  const keywords = keywordsOf(schema).filter((keyword) => keyword !== "type");
  const said = limits(Object.fromEntries(keywords.map((keyword) => [keyword, schema[keyword]])));
  return said.length < keywords.length ? undefined : said.join(" and ");
}

function keywordsOf(schema: JsonSchemaObject): readonly string[] {
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

function code(text: string): string {
  return `\`${text.replaceAll("`", "'")}\``;
}

function quote(name: string): string {
  return `"${name}"`;
}
