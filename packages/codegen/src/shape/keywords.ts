// The keywords of draft-07 that shapes are built from, and those that say nothing about validity.
import type { SpokenType } from "./shape.ts";

/** Keywords that only describe. */
const annotations = new Set([
  "$comment",
  "$id",
  "$schema",
  "contentEncoding",
  "contentMediaType",
  "default",
  "definitions",
  "deprecated",
  "description",
  "discriminator",
  "example",
  "examples",
  "externalDocs",
  "readOnly",
  "title",
  "writeOnly",
  "xml",
]);

/** Keywords that say what values of a JSON type are, by the type that they speak of. */
export const describingKeywords: Readonly<Record<SpokenType, readonly string[]>> = {
  array: ["additionalItems", "items", "maxItems", "minItems", "uniqueItems"],
  number: ["exclusiveMaximum", "exclusiveMinimum", "format", "maximum", "minimum", "multipleOf"],
  object: ["additionalProperties", "patternProperties", "properties", "required"],
  string: ["format", "maxLength", "minLength", "pattern"],
};

const honoured = new Set([
  ...Object.values(describingKeywords).flat(),
  ...["$ref", "allOf", "anyOf", "const", "enum", "nullable", "oneOf", "type"],
  ...["contains", "dependencies", "else", "if", "maxProperties", "minProperties", "not"],
  ...["propertyNames", "then"],
]);

export const honouredKeywords: readonly string[] = [...honoured];

export function isAnnotation(keyword: string): boolean {
  return annotations.has(keyword) || keyword.startsWith("x-");
}

export function isHonoured(keyword: string): boolean {
  return honoured.has(keyword);
}
