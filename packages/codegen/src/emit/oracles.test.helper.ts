// What each of the three readings must say, by ajv and JSON Schema alone.
import { createAjv } from "../json-schema/create-ajv.ts";
import type { JsonSchema, JsonSchemaObject } from "../model/contract-model.ts";

type Definitions = Readonly<Record<string, JsonSchema>>;
export type Verdict = (value: unknown) => boolean;

export interface Verdicts {
  readonly exact: Verdict;
  readonly strict: Verdict;
  readonly tolerant: Verdict;
}

export function verdictsOf(schema: JsonSchema, definitions: Definitions): Verdicts {
  const judge = createJudge(definitions);
  const exact = (value: unknown): boolean => judge(schema, value);
  const opened = openAll(schema, definitions);
  const open = createJudge(opened.definitions);
  return {
    exact,
    strict: (value) =>
      exact(value) &&
      !hasUndeclared(appliedTo(schema, value, definitions, judge), value, definitions, judge),
    tolerant: (value) => exact(value) || open(opened.schema, value),
  };
}

type Judge = (schema: JsonSchema, value: unknown) => boolean;

let ajv = createAjv();
let uses = 0;

/** Compiles each schema once. An ajv is slow to make and never forgets, so that it serves many cases. */
function createJudge(definitions: Definitions): Judge {
  uses += 1;
  if (uses % 200 === 0) ajv = createAjv();
  const own = ajv;
  const prefix = `lockstep:/${uses}`;
  for (const [id, definition] of Object.entries(definitions)) {
    own.addSchema(rewrite(definition, prefix), `${prefix}/${id}`);
  }
  const compiled = new Map<string, Verdict>();
  return (schema, value) => {
    const text = JSON.stringify(schema);
    const known = compiled.get(text) ?? (own.compile(rewrite(schema, prefix)) as Verdict);
    compiled.set(text, known);
    return known(value);
  };
}

function rewrite(schema: JsonSchema, prefix: string): JsonSchema {
  const text = JSON.stringify(schema).replaceAll(/"\$ref":"(\w+)"/g, `"$ref":"${prefix}/$1"`);
  return JSON.parse(text);
}

/** The schemas that describe a value where it stands, given that the whole matches. */
function appliedTo(
  schema: JsonSchema,
  value: unknown,
  definitions: Definitions,
  judge: Judge,
): readonly JsonSchemaObject[] {
  if (typeof schema === "boolean") return [];
  const applied = (part: JsonSchema): readonly JsonSchemaObject[] =>
    appliedTo(part, value, definitions, judge);
  if (schema.$ref !== undefined) return applied(definitions[schema.$ref] ?? true);
  const list = (keyword: string): readonly JsonSchema[] => (schema[keyword] ?? []) as JsonSchema[];
  const arms = [...list("anyOf"), ...list("oneOf")].filter((arm) => judge(arm, value));
  const dependent = Object.entries((schema.dependencies ?? {}) as Record<string, JsonSchema>)
    .filter(([name, part]) => isRecord(value) && Object.hasOwn(value, name) && !Array.isArray(part))
    .map(([, part]) => part);
  return [
    schema,
    ...[...list("allOf"), ...arms, ...dependent, ...choiceOf(schema, value, judge)].flatMap(
      applied,
    ),
  ];
}

function choiceOf(schema: JsonSchemaObject, value: unknown, judge: Judge): readonly JsonSchema[] {
  if (!("if" in schema)) return [];
  const test = schema.if as JsonSchema;
  if (judge(test, value)) return [test, (schema.then ?? true) as JsonSchema];
  return [(schema.else ?? true) as JsonSchema];
}

/** Whether a field, here or further in, is declared by none of the schemas, although one of them speaks of fields. */
function hasUndeclared(
  schemas: readonly JsonSchemaObject[],
  value: unknown,
  definitions: Definitions,
  judge: Judge,
): boolean {
  // a value that is listed is declared to its last field
  if (schemas.some((schema) => "const" in schema || "enum" in schema)) return false;
  const within = (parts: readonly JsonSchema[], part: unknown): boolean => {
    const applied = parts.flatMap((one) => appliedTo(one, part, definitions, judge));
    return hasUndeclared(applied, part, definitions, judge);
  };
  if (Array.isArray(value)) {
    return value.some((item, index) =>
      within(
        schemas.flatMap((one) => itemsAt(one, index)),
        item,
      ),
    );
  }
  if (!isRecord(value)) return false;
  const speaks = schemas.some(describesFields);
  return Object.keys(value).some((name) => {
    const parts = schemas.flatMap((one) => fieldsAt(one, name));
    return parts.length === 0 ? speaks : within(parts, value[name]);
  });
}

function describesFields(schema: JsonSchemaObject): boolean {
  if (schema.type !== undefined) return [schema.type].flat().includes("object");
  return ["additionalProperties", "patternProperties", "properties", "required"].some(
    (keyword) => keyword in schema,
  );
}

function fieldsAt(schema: JsonSchemaObject, name: string): readonly JsonSchema[] {
  const declared = (schema.properties ?? {}) as Record<string, JsonSchema>;
  const patterns = Object.entries((schema.patternProperties ?? {}) as Record<string, JsonSchema>);
  const named = patterns
    .filter(([source]) => new RegExp(source, "u").test(name))
    .map(([, part]) => part);
  const own = Object.hasOwn(declared, name) ? [declared[name] as JsonSchema] : [];
  const found = [...own, ...named];
  if (found.length > 0 || schema.additionalProperties === undefined) return found;
  return [schema.additionalProperties as JsonSchema];
}

function itemsAt(schema: JsonSchemaObject, index: number): readonly JsonSchema[] {
  const { items, additionalItems } = schema;
  if (items === undefined) return [];
  const part = Array.isArray(items)
    ? index < items.length
      ? items[index]
      : additionalItems
    : items;
  return part === undefined ? [] : [part as JsonSchema];
}

/** The schema and its definitions without closedness in positive positions, and with `anyOf` for `oneOf`. */
function openAll(
  schema: JsonSchema,
  definitions: Definitions,
): { schema: JsonSchema; definitions: Definitions } {
  const opened = Object.entries(definitions).map(([id, one]) => [`open_${id}`, open(one)] as const);
  return { schema: open(schema), definitions: { ...definitions, ...Object.fromEntries(opened) } };
}

const single = ["additionalItems", "additionalProperties", "else", "items", "then"];
const lists = ["allOf", "anyOf", "items", "oneOf"];
const maps = ["dependencies", "patternProperties", "properties"];

function open(schema: JsonSchema): JsonSchema {
  if (typeof schema === "boolean") return schema;
  if (schema.$ref !== undefined) return { ...schema, $ref: `open_${schema.$ref}` };
  const entries = Object.entries(schema)
    .filter(([keyword, part]) => !(keyword === "additionalProperties" && part === false))
    .map(([keyword, part]): [string, unknown] => {
      if (lists.includes(keyword) && Array.isArray(part)) return [keyword, part.map(open)];
      if (single.includes(keyword)) return [keyword, open(part as JsonSchema)];
      if (!maps.includes(keyword)) return [keyword, part];
      const parts = Object.entries(part as Record<string, JsonSchema>).map(([name, one]) => [
        name,
        Array.isArray(one) ? one : open(one),
      ]);
      return [keyword, Object.fromEntries(parts)];
    });
  const { oneOf, ...others } = Object.fromEntries(entries);
  if (oneOf === undefined) return others;
  return { allOf: [others, { anyOf: oneOf }] };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
