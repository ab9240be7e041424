// How many bytes the JSON of a value can have, by its schema.
import type { JsonSchema, JsonSchemaObject, SchemaModel } from "../model/contract-model.ts";
import { largestOf } from "./largest-size.ts";
import { smallestOf } from "./smallest-size.ts";

export interface SizeEstimate {
  /** No valid value is smaller. */
  readonly smallest: number;
  /** Infinite where the schema does not bound it, or not in a way that is looked at. */
  readonly largest: number;
}

/** Answers what a size is of the parts of a schema. */
export type SizeOf = (schema: JsonSchema) => number;

/** Computes one kind of size of a schema, given that of its parts. */
export type SizeRule = (schema: JsonSchemaObject, sizeOf: SizeOf) => number;

/**
 * Creates estimates for schemas of one model, in time proportional to their text: each schema that others refer to is
 * looked at once. They are rough: `not`, `if` and patterns say nothing here, and a character of text without further
 * bounds is taken for four bytes at most, though an escaped control character has six.
 */
export function createSizeEstimates(
  schemas: ReadonlyMap<string, SchemaModel>,
): (schema: JsonSchema) => SizeEstimate {
  // recursion without an end has no smallest value, and no largest
  const smallest = createSizeOf(schemas, smallestOf, 0);
  const largest = createSizeOf(schemas, largestOf, Number.POSITIVE_INFINITY);
  return (schema) => ({ smallest: smallest(schema), largest: largest(schema) });
}

/** Deeper than this nothing is looked at, so that no document exhausts the stack. */
const maxDepth = 200;

function createSizeOf(
  schemas: ReadonlyMap<string, SchemaModel>,
  rule: SizeRule,
  unknown: number,
): SizeOf {
  const known = new Map<string, number>();
  let depth = 0;
  const sizeOfReference = (id: string): number => {
    const size = known.get(id);
    if (size !== undefined) return size;
    const target = schemas.get(id);
    if (target === undefined) return unknown;
    // while it is being looked at, what leads back to it finds this
    known.set(id, unknown);
    const found = sizeOf(target.schema);
    known.set(id, found);
    return found;
  };
  const sizeOf: SizeOf = (schema) => {
    if (typeof schema === "boolean" || depth === maxDepth) return unknown;
    depth += 1;
    const { $ref } = schema;
    const size = $ref === undefined ? rule(schema, sizeOf) : sizeOfReference($ref);
    depth -= 1;
    return size;
  };
  return sizeOf;
}

/** Bytes of a value's JSON. */
export function bytesOf(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value) ?? "");
}

/** The schemas under a keyword that lists them. */
export function listOf(schema: JsonSchemaObject, keyword: string): readonly JsonSchema[] {
  const value = schema[keyword];
  return Array.isArray(value) ? (value as JsonSchema[]) : [];
}

/** The number under a keyword. */
export function numberOf(schema: JsonSchemaObject, keyword: string, fallback: number): number {
  const value = schema[keyword];
  return typeof value === "number" ? value : fallback;
}

/** The types that a schema names; `undefined` where it names none. */
export function typesOf({ type }: JsonSchemaObject): readonly string[] | undefined {
  if (typeof type === "string") return [type];
  return Array.isArray(type) ? (type as string[]) : undefined;
}

/** The schemas of the declared fields, by name. */
export function propertiesOf({ properties }: JsonSchemaObject): ReadonlyMap<string, JsonSchema> {
  const isMap = typeof properties === "object" && properties !== null;
  return new Map(isMap ? Object.entries(properties as Record<string, JsonSchema>) : []);
}
