// Keywords that judge values of a type that the schema does not allow.
import type { JsonSchemaObject } from "../model/contract-model.ts";
import { describingKeywords } from "./keywords.ts";
import type { SpokenType } from "./shape.ts";
import { below, type Site, warn } from "./shape-reader.ts";

/** All keywords of a type; a format has a warning of its own. */
const keywordsOfType: readonly (readonly [SpokenType, readonly string[]])[] = [
  ["array", [...describingKeywords.array, "contains"]],
  ["number", describingKeywords.number],
  [
    "object",
    [
      ...describingKeywords.object,
      "dependencies",
      "maxProperties",
      "minProperties",
      "propertyNames",
    ],
  ],
  ["string", describingKeywords.string],
];

/** What bounds the size of a value, by type. */
const bounds: Readonly<Record<SpokenType, readonly [least: string, most: string]>> = {
  array: ["minItems", "maxItems"],
  number: ["minimum", "maximum"],
  object: ["minProperties", "maxProperties"],
  string: ["minLength", "maxLength"],
};

/** Warns of each, since nothing is judged by it: a `minLength` on a list. */
export function checkKeywords(
  schema: JsonSchemaObject,
  types: readonly string[] | undefined,
  site: Site,
): void {
  if (types === undefined) return;
  for (const [type, keywords] of keywordsOfType) {
    if (types.includes(type) || (type === "number" && types.includes("integer"))) continue;
    for (const keyword of keywords) {
      if (keyword === "format" || !(keyword in schema)) continue;
      const message = `${keyword}: judges ${type}s alone, and none is allowed here; ${wayOut(keyword, type, types)}`;
      warn(below(site, keyword), "keyword-meaningless", message);
    }
  }
}

function wayOut(keyword: string, type: SpokenType, types: readonly string[]): string {
  const [only, ...others] = types;
  const named = only === "integer" ? "number" : only;
  const at = bounds[type].indexOf(keyword);
  const meant = others.length === 0 ? bounds[named as SpokenType]?.[at] : undefined;
  return meant === undefined ? "leave it out" : `did you mean "${meant}"?`;
}
