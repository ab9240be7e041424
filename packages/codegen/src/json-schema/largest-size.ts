// The most that a valid value's JSON can have, as it is published: without fields that the schema does not declare.
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

const bytesPerCharacter = 4;

/** `-1.2345678901234567e-100` */
const longestNumber = 24;

/**
 * An upper bound. Parts that are put together (`allOf`, and the largest arm of `anyOf` and `oneOf`) are added up, since
 * each may bring fields of its own.
 */
export const largestOf: SizeRule = (schema, sizeOf) => {
  if ("const" in schema) return bytesOf(schema.const);
  if (Array.isArray(schema.enum)) return Math.max(0, ...schema.enum.map(bytesOf));
  const combined = ["anyOf", "oneOf"].map((word) => listOf(schema, word)).filter(isFilled);
  const all = listOf(schema, "allOf");
  const types = typesOf(schema);
  const arm = (one: JsonSchema): number =>
    types && isUntyped(one) ? fieldsOf(one, sizeOf) : sizeOf(one);
  const parts = [
    ...all.map(arm),
    ...combined.map((arms) => Math.max(...arms.map(arm))),
    ...["then", "else"].map((word) => (word in schema ? arm(schema[word] as JsonSchema) : 0)),
  ];
  const own = types
    ? Math.max(0, ...types.map((type) => largestOfType(type, schema, sizeOf)))
    : untypedSize(schema, sizeOf, all.length + combined.length > 0);
  return parts.reduce((sum, size) => sum + size, own);
};

function untypedSize(schema: JsonSchemaObject, sizeOf: SizeOf, hasParts: boolean): number {
  return hasParts ? fieldsOf(schema, sizeOf) : Number.POSITIVE_INFINITY;
}

/** Whether it only adds to an object whose type is said elsewhere. */
function isUntyped(schema: JsonSchema): schema is JsonSchemaObject {
  if (typeof schema === "boolean") return false;
  return !["type", "const", "enum", "$ref", "allOf", "anyOf", "oneOf"].some((key) => key in schema);
}

function isFilled(arms: readonly JsonSchema[]): boolean {
  return arms.length > 0;
}

function largestOfType(type: string, schema: JsonSchemaObject, sizeOf: SizeOf): number {
  switch (type) {
    case "string":
      return 2 + bytesPerCharacter * numberOf(schema, "maxLength", Number.POSITIVE_INFINITY);
    case "array":
      return largestArray(schema, sizeOf);
    case "object":
      return 2 + fieldsOf(schema, sizeOf);
    case "boolean":
      return 5;
    case "null":
      return 4;
    default:
      return longestNumber;
  }
}

function largestArray(schema: JsonSchemaObject, sizeOf: SizeOf): number {
  const { items, additionalItems } = schema;
  if (Array.isArray(items) && additionalItems === false) {
    return 2 + listOf(schema, "items").reduce<number>((sum, place) => sum + sizeOf(place) + 1, 0);
  }
  const count = numberOf(schema, "maxItems", Number.POSITIVE_INFINITY);
  if (count === 0) return 2;
  if (Array.isArray(items) || items === undefined) return Number.POSITIVE_INFINITY;
  return 2 + count * (sizeOf(items as JsonSchema) + 1);
}

/** Of all declared fields; infinite where others are let in. */
function fieldsOf(schema: JsonSchemaObject, sizeOf: SizeOf): number {
  const { additionalProperties = false, patternProperties, dependencies } = schema;
  if (additionalProperties !== false || patternProperties || dependencies) {
    return Number.POSITIVE_INFINITY;
  }
  let sum = 0;
  for (const [name, property] of propertiesOf(schema)) {
    if (property !== false) sum += bytesOf(name) + 2 + sizeOf(property);
  }
  return sum;
}
