// The keywords of draft-07 that shapes are built from, and those that say nothing about validity.

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

/** Assertions, by the JSON type that they speak of. */
export const keywordsOfType: Readonly<Record<string, readonly string[]>> = {
  array: ["additionalItems", "items", "maxItems", "minItems", "uniqueItems"],
  boolean: [],
  integer: ["exclusiveMaximum", "exclusiveMinimum", "format", "maximum", "minimum", "multipleOf"],
  null: [],
  number: ["exclusiveMaximum", "exclusiveMinimum", "format", "maximum", "minimum", "multipleOf"],
  object: ["additionalProperties", "properties", "required"],
  string: ["format", "maxLength", "minLength", "pattern"],
};

const combining = ["$ref", "allOf", "anyOf", "const", "enum", "nullable", "oneOf", "type"];

const honoured = new Set([...Object.values(keywordsOfType).flat(), ...combining]);

export function isAnnotation(keyword: string): boolean {
  return annotations.has(keyword) || keyword.startsWith("x-");
}

export function isHonoured(keyword: string): boolean {
  return honoured.has(keyword);
}
