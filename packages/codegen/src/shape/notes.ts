// What the schema says to a reader of the generated type.
import type { JsonSchemaObject } from "../model/contract-model.ts";
import { describeChoices } from "./choice-words.ts";
import { describeConditions } from "./condition-words.ts";
import type { Notes } from "./shape.ts";
import { isSchemaObject, type SchemaSource } from "./shape-reader.ts";
import { describeValues } from "./value-words.ts";

/** A reference is read with its target: what stands beside `$ref` goes first. */
export function readNotes(schema: unknown, model: Pick<SchemaSource, "schemas">): Notes {
  if (!isSchemaObject(schema)) return { constraints: [] };
  const { deprecated } = schema;
  const target = schema.$ref === undefined ? undefined : model.schemas.get(schema.$ref)?.schema;
  const behind = target === undefined ? undefined : readNotes(target, model);
  const meanings = describeValues(schema, descriptionOf);
  const paragraphs = [descriptionOf(schema) ?? behind?.description ?? "", meanings];
  const own = textOf(paragraphs.join("\n\n"));
  const use = readDeprecated(schema, deprecated) ?? behind?.deprecated;
  const examples = examplesOf(schema) ?? behind?.examples;
  const { constraints, choices } = behind ?? {
    constraints: constraintsOf(schema),
    choices: describeChoices(schema, sayLimits),
  };
  return {
    ...(own === undefined ? {} : { description: own }),
    constraints,
    ...(choices === undefined || choices.length === 0 ? {} : { choices }),
    ...(use === undefined ? {} : { deprecated: use }),
    ...(examples === undefined ? {} : { examples }),
  };
}

/** `examples`, and the `example` that many documents borrow from OpenAPI. */
function examplesOf({ examples, example }: JsonSchemaObject): readonly unknown[] | undefined {
  if (Array.isArray(examples) && examples.length > 0) return examples;
  return example === undefined ? undefined : [example];
}

/** Its description, else its title. */
export function descriptionOf({ description, title }: JsonSchemaObject): string | undefined {
  return textOf(description) ?? textOf(title);
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" && value.trim() !== "" ? value.trim() : undefined;
}

function readDeprecated(schema: JsonSchemaObject, deprecated: unknown): string | undefined {
  const dated = schema["x-deprecated"];
  if (isSchemaObject(dated)) return describeDeprecation(dated);
  return deprecated === true ? "" : undefined;
}

/** `Since 1.2.0, until 2027-06-30. Use x.`, of what is known. */
export function describeDeprecation(deprecation: Readonly<Record<string, unknown>>): string {
  const { since, sunset, use } = deprecation;
  const when = [
    typeof since === "string" ? `since ${since}` : "",
    typeof sunset === "string" ? `until ${sunset}` : "",
  ].filter((part) => part !== "");
  const first = when.join(", ");
  const sentences = [
    first === "" ? "" : `${first.charAt(0).toUpperCase()}${first.slice(1)}.`,
    typeof use === "string" ? `Use ${use}.` : "",
  ];
  return sentences.filter((part) => part !== "").join(" ");
}

const wording: readonly (readonly [string, (value: unknown) => string])[] = [
  ["format", (value) => `format ${String(value)}`],
  ["minLength", (value) => (value === 0 ? "" : `at least ${counted(value, "character")}`)],
  ["maxLength", (value) => `at most ${counted(value, "character")}`],
  ["pattern", (value) => `matching \`${String(value).replaceAll("`", "'")}\``],
  ["minimum", (value) => `at least ${String(value)}`],
  ["exclusiveMinimum", (value) => `above ${String(value)}`],
  ["maximum", (value) => (value === Number.MAX_SAFE_INTEGER ? "" : `at most ${String(value)}`)],
  ["exclusiveMaximum", (value) => `below ${String(value)}`],
  ["multipleOf", (value) => `a multiple of ${String(value)}`],
  ["minItems", (value) => (value === 0 ? "" : `at least ${counted(value, "item")}`)],
  ["maxItems", (value) => `at most ${counted(value, "item")}`],
  ["minProperties", (value) => (value === 0 ? "" : `at least ${counted(value, "field")}`)],
  ["maxProperties", (value) => `at most ${counted(value, "field")}`],
  ["uniqueItems", (value) => (value === true ? "no item twice" : "")],
];

/** The constraints in words, those of single values in the order of `wording` first. */
export function constraintsOf(schema: JsonSchemaObject): readonly string[] {
  const types = [schema.type].flat();
  const whole = types.includes("integer") ? ["integer"] : [];
  const others = describeConditions(schema, sayLimits);
  return [...new Set([...whole, ...sayLimits(schema), ...others])];
}

function sayLimits(schema: JsonSchemaObject): readonly string[] {
  return wording
    .filter(([keyword]) => schema[keyword] !== undefined)
    .map(([keyword, words]) => words(schema[keyword]))
    .filter((words) => words !== "");
}

function counted(value: unknown, noun: string): string {
  return `${String(value)} ${noun}${value === 1 ? "" : "s"}`;
}
