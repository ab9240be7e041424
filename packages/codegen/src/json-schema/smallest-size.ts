// The least that a valid value's JSON can have.
import type { JsonSchema, JsonSchemaObject } from "../model/contract-model.ts";
import {
  bytesOf,
  listOf,
  numberOf,
  propertiesOf,
  type SizeOf,
  type SizeRule,
  typesOf,
} from "./estimate-size.ts";

/** A lower bound: what is not looked at can only make the value larger. */
export const smallestOf: SizeRule = (schema, sizeOf) => {
  const bounds = [smallestOwn(schema, sizeOf), ...listOf(schema, "allOf").map(sizeOf)];
  for (const keyword of ["anyOf", "oneOf"]) {
    const arms = listOf(schema, keyword);
    if (arms.length > 0) bounds.push(Math.min(...arms.map(sizeOf)));
  }
  return Math.max(...bounds);
};

function smallestOwn(schema: JsonSchemaObject, sizeOf: SizeOf): number {
  if ("const" in schema) return bytesOf(schema.const);
  if (Array.isArray(schema.enum) && schema.enum.length > 0) {
    return Math.min(...schema.enum.map(bytesOf));
  }
  // untyped, a digit may do
  const types = typesOf(schema) ?? ["number"];
  return Math.min(...types.map((type) => smallestOfType(type, schema, sizeOf)));
}

function smallestOfType(type: string, schema: JsonSchemaObject, sizeOf: SizeOf): number {
  switch (type) {
    case "string":
      return 2 + numberOf(schema, "minLength", 0);
    case "array":
      return smallestArray(schema, sizeOf);
    case "object":
      return smallestObject(schema, sizeOf);
    case "boolean":
    case "null":
      return 4;
    default:
      return 1;
  }
}

function smallestArray(schema: JsonSchemaObject, sizeOf: SizeOf): number {
  const count = numberOf(schema, "minItems", 0);
  const places = listOf(schema, "items").slice(0, count);
  const fixed = places.reduce<number>((sum, place) => sum + Math.max(1, sizeOf(place)), 0);
  const rest = Array.isArray(schema.items) ? schema.additionalItems : schema.items;
  const each = rest === undefined ? 1 : Math.max(1, sizeOf(rest as JsonSchema));
  return 2 + fixed + (count - places.length) * each + Math.max(0, count - 1);
}

function smallestObject(schema: JsonSchemaObject, sizeOf: SizeOf): number {
  const properties = propertiesOf(schema);
  const required = Array.isArray(schema.required) ? schema.required.map(String) : [];
  const sizes = required.map(
    (name) => bytesOf(name) + 1 + Math.max(1, sizeOf(properties.get(name) ?? true)),
  );
  const more = Math.max(0, numberOf(schema, "minProperties", 0) - required.length);
  const count = required.length + more;
  // `"a":1` is the smallest field
  return 2 + sizes.reduce((sum, size) => sum + size, 0) + more * 4 + Math.max(0, count - 1);
}
