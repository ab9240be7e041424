// Keywords of lists and tuples.
import type { JsonSchemaObject } from "../model/contract-model.ts";
import type { buildShape } from "./build-shape.ts";
import { readCount } from "./read-scalar.ts";
import type { ListRules, Shape } from "./shape.ts";
import { below, type Site } from "./shape-reader.ts";

export function readArray(
  schema: JsonSchemaObject,
  site: Site,
  build: typeof buildShape,
): Shape | undefined {
  const { items, uniqueItems } = schema;
  const minItems = readCount(schema, "minItems", site);
  const maxItems = readCount(schema, "maxItems", site);
  const rules: ListRules = {
    ...(minItems ? { minItems } : {}),
    ...(maxItems === undefined ? {} : { maxItems }),
    uniqueItems: uniqueItems === true,
  };
  if (Array.isArray(items)) return readTuple(items, schema, rules, site, build);
  const item =
    items === undefined ? ({ kind: "unknown" } as const) : build(items, below(site, "items"));
  return item && { kind: "array", item, rules };
}

function readTuple(
  items: readonly unknown[],
  schema: JsonSchemaObject,
  rules: ListRules,
  site: Site,
  build: typeof buildShape,
): Shape | undefined {
  const shapes = items.map((item, index) => build(item, below(site, "items", index)));
  const { additionalItems = true } = schema;
  const rest = build(additionalItems, below(site, "additionalItems"));
  if (rest === undefined || shapes.some((shape) => shape === undefined)) return undefined;
  if (items.length === 0) return { kind: "array", item: rest, rules };
  const { minItems = 0, ...others } = rules;
  return {
    kind: "tuple",
    items: shapes as Shape[],
    required: Math.min(minItems, items.length),
    ...(rest.kind === "never" ? {} : { rest }),
    rules: minItems > items.length ? rules : others,
  };
}
