// The words for what is no schema of draft-07, with the way out for what comes of other dialects.
import { nearestName } from "@lockstep/runtime";
import type { DescribedError } from "../json-schema/describe-errors.ts";
import { parsePointer } from "../load/json-pointer.ts";
import { quote } from "../quote.ts";
import { isObject } from "./model-context.ts";

/** `"type": "int" is no type of JSON Schema; write "integer"`, of a fault that ajv found in `schema`. */
export function describeSchemaFault(schema: unknown, { pointer, problem }: DescribedError): string {
  const path = parsePointer(pointer) ?? [];
  const value = path.reduce(stepInto, schema);
  const last = path.at(-1);
  if (last === undefined) return `schema: ${problem}; write JSON Schema draft-07`;
  const isEntry = /^\d+$/.test(last) && Array.isArray(path.slice(0, -1).reduce(stepInto, schema));
  const subject = isEntry ? `"${path.at(-2)}", item ${Number(last) + 1}` : `"${last}"`;
  if (problem.startsWith(unknownType)) {
    return `${subject}: ${quote(value)} is no type of JSON Schema; ${wayOutOfType(value)}`;
  }
  if (typeof value === "boolean") {
    const way = ofDraft4.get(last);
    if (way !== undefined) return `${subject}: ${problem}, not ${value}; ${way}`;
  }
  const found = isObject(value) || Array.isArray(value) ? "" : `, not ${quote(value)}`;
  return `${subject}: ${problem}${found}; write JSON Schema draft-07`;
}

const unknownType = 'must be one of "array"';
const types = ["array", "boolean", "integer", "null", "number", "object", "string"];

function wayOutOfType(type: unknown): string {
  const written = typeof type === "string" ? type.toLowerCase() : "";
  const alias = aliases.get(written);
  if (alias !== undefined) return alias;
  const near = nearestName(written, types);
  return near === undefined ? `write one of ${types.join(", ")}` : `did you mean "${near}"?`;
}

/** What other languages call the types. */
const aliases: ReadonlyMap<string, string> = new Map([
  ["any", 'leave "type" out'],
  ["bool", 'write "boolean"'],
  ["date", 'write "string" with "format: date"'],
  ["date-time", 'write "string" with "format: date-time"'],
  ["datetime", 'write "string" with "format: date-time"'],
  ["decimal", 'write "number"'],
  ["dict", 'write "object"'],
  ["double", 'write "number"'],
  ["email", 'write "string" with "format: email"'],
  ["file", 'write "string"'],
  ["float", 'write "number"'],
  ["int", 'write "integer"'],
  ["list", 'write "array"'],
  ["long", 'write "integer"'],
  ["map", 'write "object"'],
  ["nil", 'write "null"'],
  ["none", 'write "null"'],
  ["str", 'write "string"'],
  ["text", 'write "string"'],
  ["timestamp", 'write "string" with "format: date-time"'],
  ["uri", 'write "string" with "format: uri"'],
  ["url", 'write "string" with "format: uri"'],
  ["uuid", 'write "string" with "format: uuid"'],
]);

/** Flags of draft-04 and draft-03. */
const ofDraft4: ReadonlyMap<string, string> = new Map([
  ["exclusiveMaximum", 'write the bound itself here, and leave "maximum" out'],
  ["exclusiveMinimum", 'write the bound itself here, and leave "minimum" out'],
  ["required", 'list the field under "required" of the object that has it'],
]);

function stepInto(value: unknown, key: string): unknown {
  return (value as Readonly<Record<string, unknown>> | undefined)?.[key];
}
