// Keywords that restrict a value and say nothing of its type.
import type { JsonSchemaObject } from "../model/contract-model.ts";
import type { buildShape } from "./build-shape.ts";
import { readCount } from "./read-scalar.ts";
import type { Condition, Shape } from "./shape.ts";
import { below, isSchemaObject, refuse, refuseUnsafe, type Site } from "./shape-reader.ts";

/** Each of them passes values that it does not speak of. */
export function readConditions(
  schema: JsonSchemaObject,
  site: Site,
  build: typeof buildShape,
): readonly Condition[] | undefined {
  const counts = (["minProperties", "maxProperties"] as const).flatMap((keyword): Condition[] => {
    const count = readCount(schema, keyword, site);
    if (count === undefined || (keyword === "minProperties" && count === 0)) return [];
    return [{ kind: keyword === "minProperties" ? "minFields" : "maxFields", count }];
  });
  const single = singles.map(([keyword, kind]): Condition | undefined | "absent" => {
    if (!(keyword in schema)) return "absent";
    const shape = build(schema[keyword], below(site, keyword));
    return shape && { kind, shape };
  });
  const choice = readChoice(schema, site, build);
  const dependencies = readDependencies(schema, site, build);
  if (single.includes(undefined) || !choice || !dependencies) return undefined;
  const found = single.filter((condition) => condition !== "absent") as Condition[];
  return [...counts, ...found, ...choice, ...dependencies];
}

const singles = [
  ["not", "not"],
  ["contains", "contains"],
  ["propertyNames", "fieldNames"],
] as const;

function readChoice(
  schema: JsonSchemaObject,
  site: Site,
  build: typeof buildShape,
): readonly Condition[] | undefined {
  const parts = (["if", "then", "else"] as const).map((keyword) => {
    if (!(keyword in schema)) return {};
    const shape = build(schema[keyword], below(site, keyword));
    return shape && { [keyword]: shape };
  });
  if (parts.includes(undefined)) return undefined;
  const all: { if?: Shape; then?: Shape; else?: Shape } = Object.assign({}, ...parts);
  const { if: test, ...arms } = all;
  // without the other, each of them says nothing; a lone "if" still describes fields to the strict reading
  return test === undefined ? [] : [{ kind: "when", if: test, ...arms }];
}

function readDependencies(
  schema: JsonSchemaObject,
  site: Site,
  build: typeof buildShape,
): readonly Condition[] | undefined {
  const { dependencies = {} } = schema;
  const at = below(site, "dependencies");
  if (!isSchemaObject(dependencies))
    return refuse(at, "invalid-schema", "dependencies: must be an object");
  const conditions: Condition[] = [];
  for (const [name, needed] of Object.entries(dependencies)) {
    if (name === "__proto__") return refuseUnsafe(below(at, name));
    if (Array.isArray(needed)) {
      const others = needed.map(String);
      if (others.length > 0) conditions.push({ kind: "requires", name, others });
      continue;
    }
    const shape = build(needed, below(at, name));
    if (shape === undefined) return undefined;
    conditions.push({ kind: "whenField", name, shape });
  }
  return conditions;
}
