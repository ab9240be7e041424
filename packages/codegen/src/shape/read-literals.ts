// `enum` and `const`.
import type { JsonSchemaObject } from "../model/contract-model.ts";
import { isAnnotation } from "./keywords.ts";
import type { Scalar, Shape } from "./shape.ts";
import { below, refuse, type Site } from "./shape-reader.ts";

const beside = new Set(["allOf", "anyOf", "const", "enum", "nullable", "oneOf", "type"]);

/** The values that `enum`, `const` and `type` all allow. */
export function readLiterals(
  schema: JsonSchemaObject,
  site: Site,
  types: readonly string[] | undefined,
): Shape | undefined {
  const others = Object.keys(schema).filter((key) => !beside.has(key) && !isAnnotation(key));
  for (const keyword of others) {
    refuse(
      below(site, keyword),
      "unsupported-keyword",
      `${keyword}: stands beside enum or const; leave out the values that it refuses`,
    );
  }
  const listed = schema.enum === undefined ? undefined : schema.enum;
  if (listed !== undefined && !Array.isArray(listed))
    return refuse(below(site, "enum"), "invalid-schema", "enum: must be a list");
  const constant = "const" in schema ? [schema.const] : undefined;
  const all: readonly unknown[] = listed ?? constant ?? [];
  if (!all.every(isScalar)) {
    const keyword = listed === undefined ? "const" : "enum";
    return refuse(
      below(site, keyword),
      "unsupported-keyword",
      `${keyword}: holds an object or a list; only texts, numbers, booleans and null are supported`,
    );
  }
  const values = [...new Set(all)]
    .filter((value) => constant === undefined || constant.includes(value))
    .filter((value) => types === undefined || types.some((type) => isOfType(value, type)));
  if (values.length === 0)
    return refuse(site, "unsupported-schema", "enum: no value is left that every keyword allows");
  return others.length > 0 ? undefined : { kind: "literals", values };
}

export function isOfType(value: Scalar, type: string): boolean {
  if (type === "null") return value === null;
  if (type === "integer") return Number.isInteger(value);
  return typeof value === type;
}

function isScalar(value: unknown): value is Scalar {
  return value === null || ["string", "number", "boolean"].includes(typeof value);
}
