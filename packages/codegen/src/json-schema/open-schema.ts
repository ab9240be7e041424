// A schema as a subscriber reads it where the exact reading refuses: open, and content with any member of a `oneOf`.
import type { JsonSchema, SchemaModel } from "../model/contract-model.ts";

type Schemas = ReadonlyMap<string, SchemaModel>;

/** Marks the id of an open schema. */
const mark = "open:";

/** The open schema; its references lead to those of {@link openSchemas}. */
export function openSchema(schema: JsonSchema): JsonSchema {
  if (typeof schema === "boolean") return schema;
  if (schema.$ref !== undefined) return { ...schema, $ref: mark + schema.$ref };
  const entries = Object.entries(schema)
    .filter(([keyword, part]) => !(keyword === "additionalProperties" && part === false))
    .map(([keyword, part]): [string, unknown] => [keyword, openKeyword(keyword, part)]);
  const { oneOf, ...others } = Object.fromEntries(entries);
  return oneOf === undefined ? others : { allOf: [others, { anyOf: oneOf }] };
}

/** Every schema, and every one of them open. */
export function openSchemas(schemas: Schemas): Schemas {
  const opened = [...schemas].map(([id, one]): [string, SchemaModel] => [
    mark + id,
    { ...one, id: mark + id, schema: openSchema(one.schema) },
  ]);
  return new Map([...schemas, ...opened]);
}

/** Keywords that hold schemas where closedness may be ignored: never below `not`, `if` and `contains`. */
const positive: ReadonlySet<string> = new Set([
  ...["additionalItems", "additionalProperties", "allOf", "anyOf", "dependencies", "else"],
  ...["items", "oneOf", "patternProperties", "properties", "then"],
]);

const maps: ReadonlySet<string> = new Set(["dependencies", "patternProperties", "properties"]);

function openKeyword(keyword: string, part: unknown): unknown {
  if (!positive.has(keyword)) return part;
  const open = (one: unknown): unknown =>
    Array.isArray(one) ? one : openSchema(one as JsonSchema);
  if (Array.isArray(part)) return part.map(open);
  if (!maps.has(keyword)) return open(part);
  const parts = Object.entries(part as object).map(([name, one]) => [name, open(one)]);
  return Object.fromEntries(parts);
}
