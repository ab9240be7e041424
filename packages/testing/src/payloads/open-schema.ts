// A JSON Schema as a tolerant reader takes it: fields that it does not know pass.
import type { JsonSchema, SchemaModel } from "@lockstep/codegen/contract";

/** Keywords whose schemas hold in the positive; under all others a schema stays exact. */
const lists = ["allOf", "anyOf"];
const maps = ["properties", "patternProperties"];

/** Every closed object open, and `oneOf` met by any of its arms; what stands under `not`, `if` and `contains` stays. */
export function openSchema(schema: JsonSchema): JsonSchema {
  if (typeof schema === "boolean") return schema;
  const open: Record<string, unknown> = { ...schema };
  if (open.additionalProperties === false) delete open.additionalProperties;
  else openWithin(open, "additionalProperties");
  for (const keyword of ["additionalItems", "then", "else"]) openWithin(open, keyword);
  for (const keyword of lists) openList(open, keyword);
  if (Array.isArray(open.items)) openList(open, "items");
  else openWithin(open, "items");
  for (const keyword of [...maps, "dependencies"]) openMap(open, keyword);
  if (Array.isArray(open.oneOf)) {
    const either = { anyOf: (open.oneOf as JsonSchema[]).map(openSchema) };
    delete open.oneOf;
    open.allOf = [...((open.allOf as JsonSchema[] | undefined) ?? []), either];
  }
  return open;
}

/** The same of every schema that something refers to. */
export function openSchemas(
  schemas: ReadonlyMap<string, SchemaModel>,
): ReadonlyMap<string, SchemaModel> {
  return new Map(
    [...schemas].map(([id, model]) => [id, { ...model, schema: openSchema(model.schema) }]),
  );
}

function openWithin(schema: Record<string, unknown>, keyword: string): void {
  if (isSchema(schema[keyword])) schema[keyword] = openSchema(schema[keyword]);
}

function openList(schema: Record<string, unknown>, keyword: string): void {
  const list = schema[keyword];
  if (Array.isArray(list)) schema[keyword] = list.map((part: JsonSchema) => openSchema(part));
}

function openMap(schema: Record<string, unknown>, keyword: string): void {
  const map = schema[keyword];
  if (typeof map !== "object" || map === null) return;
  schema[keyword] = Object.fromEntries(
    Object.entries(map).map(([key, part]) => [key, isSchema(part) ? openSchema(part) : part]),
  );
}

function isSchema(value: unknown): value is JsonSchema {
  return (
    typeof value === "boolean" ||
    (typeof value === "object" && value !== null && !Array.isArray(value))
  );
}
