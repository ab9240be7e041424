// Which keywords of draft-07 hold schemas, and how.
import type { JsonSchema } from "../model/contract-model.ts";

type SchemaShape = "schema" | "list" | "map" | "schema-or-list";

/** How the value of a keyword is made of schemas; any keyword not here holds data. */
export const schemaShapes: ReadonlyMap<string, SchemaShape> = new Map([
  ["additionalItems", "schema"],
  ["additionalProperties", "schema"],
  ["allOf", "list"],
  ["anyOf", "list"],
  ["contains", "schema"],
  ["dependencies", "map"],
  ["else", "schema"],
  ["if", "schema"],
  ["items", "schema-or-list"],
  ["not", "schema"],
  ["oneOf", "list"],
  ["patternProperties", "map"],
  ["properties", "map"],
  ["propertyNames", "schema"],
  ["then", "schema"],
]);

/** A copy of a model's schema in which `rename` has answered every `$ref` anew. */
export function renameReferences(schema: JsonSchema, rename: (id: string) => string): JsonSchema {
  if (typeof schema === "boolean") return schema;
  const entries = Object.entries(schema).map(([keyword, value]): [string, unknown] => {
    if (keyword === "$ref" && typeof value === "string") return [keyword, rename(value)];
    const shape = schemaShapes.get(keyword);
    return [keyword, shape === undefined ? value : renameWithin(shape, value, rename)];
  });
  return Object.fromEntries(entries);
}

function renameWithin(shape: SchemaShape, value: unknown, rename: (id: string) => string): unknown {
  const renamed = (child: unknown): unknown =>
    isSchema(child) ? renameReferences(child, rename) : child;
  if (Array.isArray(value)) return value.map(renamed);
  if (shape !== "map" || typeof value !== "object" || value === null) return renamed(value);
  return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, renamed(child)]));
}

function isSchema(value: unknown): value is JsonSchema {
  return (
    typeof value === "boolean" ||
    (typeof value === "object" && value !== null && !Array.isArray(value))
  );
}
