// What is asked of some values only, as sentences: `if "kind" is "card", "number" is required`.
import type { JsonSchemaObject } from "../model/contract-model.ts";
import { describeSchema, keywordsOf, quote, type WordLimits } from "./schema-words.ts";
import { isSchemaObject } from "./shape-reader.ts";

/** A sentence that would be longer says only that there are more rules. */
const longest = 240;

/** A sentence for each `if` of the schema and of its `allOf`, and for each field that brings a schema with it. */
export function describeChoices(schema: JsonSchemaObject, limits: WordLimits): string[] {
  const all = Array.isArray(schema.allOf) ? schema.allOf.filter(isSchemaObject) : [];
  const parts = [schema, ...all];
  const known = new Set(parts.flatMap(requiredOf));
  const words: Words = { known, limits };
  const choices = parts.flatMap((part): readonly (string | undefined)[] => [
    ...(isChoice(part)
      ? [short(describeChoice(part, words)) ?? "there are more rules for some values"]
      : []),
    ...dependenciesOf(part).map(
      ([name, needed]) =>
        short(joinChoice(`${quote(name)} is present`, [needed], words)) ??
        `there are more rules with ${quote(name)}`,
    ),
  ]);
  return choices.filter((choice) => choice !== undefined);
}

interface Words {
  /** Fields that are there anyway. */
  readonly known: ReadonlySet<string>;
  readonly limits: WordLimits;
}

/** What is asked where the test holds, and where it does not. */
type Arms = readonly [then?: unknown, other?: unknown];

/** Whether an `if` decides anything. */
function isChoice({ if: test, then, else: other }: JsonSchemaObject): boolean {
  return test !== undefined && !(asksNothing(then) && asksNothing(other));
}

/** Whether a schema is a choice and asks for nothing else. */
function isChoiceAlone(schema: unknown): schema is JsonSchemaObject {
  return (
    isSchemaObject(schema) &&
    isChoice(schema) &&
    keywordsOf(schema).every((keyword) => /^(?:if|then|else)$/.test(keyword))
  );
}

function describeChoice(schema: JsonSchemaObject, words: Words): string | undefined {
  const { if: test, then, else: other } = schema;
  const isNegated = isSchemaObject(test) && keywordsOf(test).join() === "not";
  const said = describeTest(isNegated ? test.not : test, words);
  const arms: Arms = isNegated ? [other, then] : [then, other];
  return said && joinChoice(said, arms, words);
}

function joinChoice(test: string, arms: Arms, words: Words): string | undefined {
  const then = describeDemand(arms[0], words);
  // a choice within the first arm would leave open which of the two an "otherwise" belongs to
  const isChain = then !== "" && isChoiceAlone(arms[1]);
  const other = isChain ? describeChoice(arms[1], words) : describeDemand(arms[1], words);
  if (then === undefined || other === undefined) return undefined;
  if (then === "") return `unless ${test}, ${other}`;
  return `if ${test}, ${then}${other === "" ? "" : `; otherwise ${other}`}`;
}

/** `"kind" is "card" and "until" is present`. */
function describeTest(schema: unknown, { known, limits }: Words): string | undefined {
  const fields = readFields(schema);
  if (fields === undefined) return undefined;
  const { properties, required } = fields;
  const present = required.filter((name) => !Object.hasOwn(properties, name));
  const said = Object.entries(properties).map(([name, field]) => {
    const words = describeSchema(field, limits);
    const isThere = required.includes(name) || known.has(name);
    return words && `${quote(name)} is ${words}${isThere ? "" : " or absent"}`;
  });
  const all = [...said, ...present.map((name) => `${quote(name)} is present`)];
  return all.includes(undefined) || all.length === 0 ? undefined : all.join(" and ");
}

/** `"number" and "until" are required and "iban" is not allowed`; empty where nothing is asked. */
function describeDemand(schema: unknown, words: Words): string | undefined {
  if (asksNothing(schema)) return "";
  if (schema === false) return "no value is allowed";
  if (!isSchemaObject(schema)) return undefined;
  const { not, ...others } = schema;
  const banned = not === undefined ? [] : bannedBy(not);
  const fields = readFields(others);
  if (fields === undefined || banned === undefined) return undefined;
  const { properties, required } = fields;
  const plain = required.filter((name) => !Object.hasOwn(properties, name));
  const said = Object.entries(properties).map(([name, field]) => {
    if (field === false) return `${quote(name)} is not allowed`;
    const demand = describeSchema(field, words.limits);
    return demand && `${quote(name)} is ${required.includes(name) ? "required and " : ""}${demand}`;
  });
  const needed = plain.length === 0 ? [] : [`${listed(plain)} required`];
  const all = [...needed, ...said, ...banned.map((name) => `${quote(name)} is not allowed`)];
  return all.includes(undefined) || all.length === 0 ? undefined : all.join(" and ");
}

/** The field whose presence is refused. */
function bannedBy(schema: unknown): readonly string[] | undefined {
  const fields = readFields(schema);
  const isBan =
    fields && Object.keys(fields.properties).length === 0 && fields.required.length === 1;
  return isBan ? fields.required : undefined;
}

/** What a schema says of fields; `undefined` where it says more. */
function readFields(
  schema: unknown,
): { readonly properties: JsonSchemaObject; readonly required: readonly string[] } | undefined {
  if (!isSchemaObject(schema)) return undefined;
  const { properties = {}, type = "object" } = schema;
  const others = keywordsOf(schema).filter(
    (keyword) => keyword !== "type" && keyword !== "properties" && keyword !== "required",
  );
  if (others.length > 0 || type !== "object" || !isSchemaObject(properties)) return undefined;
  return { properties, required: requiredOf(schema) };
}

function requiredOf({ required }: JsonSchemaObject): readonly string[] {
  return Array.isArray(required) ? required.map(String) : [];
}

function dependenciesOf({ dependencies }: JsonSchemaObject): readonly [string, unknown][] {
  if (!isSchemaObject(dependencies)) return [];
  return Object.entries(dependencies).filter(
    ([, needed]) => !Array.isArray(needed) && !asksNothing(needed),
  );
}

function asksNothing(schema: unknown): boolean {
  return (
    schema === undefined ||
    schema === true ||
    (isSchemaObject(schema) && keywordsOf(schema).length === 0)
  );
}

function listed(names: readonly string[]): string {
  const quoted = names.map(quote);
  const last = quoted.pop();
  return quoted.length === 0 ? `${last} is` : `${quoted.join(", ")} and ${last} are`;
}

function short(words: string | undefined): string | undefined {
  return words !== undefined && words.length <= longest ? words : undefined;
}
