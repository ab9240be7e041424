// Keywords of strings and numbers.

import type { JsonSchemaObject } from "../model/contract-model.ts";
import { formatFunctions, formatPatterns, numberRulesOf } from "./formats.ts";
import { mergeNumbers } from "./merge-rules.ts";
import type { Shape } from "./shape.ts";
import { below, refuse, type Site } from "./shape-reader.ts";

export function readText(schema: JsonSchemaObject, site: Site): Shape | undefined {
  const { format, pattern } = schema;
  const minLength = readCount(schema, "minLength", site);
  const maxLength = readCount(schema, "maxLength", site);
  if (pattern !== undefined && !isPattern(pattern)) {
    return refuse(
      below(site, "pattern"),
      "invalid-pattern",
      "pattern: is not a regular expression of ECMAScript with the u flag",
    );
  }
  const name = typeof format === "string" ? format : "";
  const patterns = [pattern, formatPatterns.get(name)].filter((one) => typeof one === "string");
  return {
    kind: "string",
    rules: {
      ...(minLength ? { minLength } : {}),
      ...(maxLength === undefined ? {} : { maxLength }),
      patterns,
      formats: formatFunctions.has(name) ? [name] : [],
    },
  };
}

const bounds = ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"] as const;

export function readNumber(
  schema: JsonSchemaObject,
  site: Site,
  integer: boolean,
): Shape | undefined {
  const found: Partial<Record<(typeof bounds)[number], number>> = {};
  for (const keyword of bounds) {
    const value = schema[keyword];
    if (value === undefined) continue;
    if (typeof value !== "number")
      return refuse(below(site, keyword), "invalid-schema", `${keyword}: must be a number`);
    found[keyword] = value;
  }
  const { multipleOf } = schema;
  if (multipleOf !== undefined && !(typeof multipleOf === "number" && multipleOf > 0)) {
    return refuse(
      below(site, "multipleOf"),
      "invalid-schema",
      "multipleOf: must be a number above 0",
    );
  }
  const multiplesOf = typeof multipleOf === "number" ? [multipleOf] : [];
  const rules = mergeNumbers(
    { integer, ...found, multiplesOf },
    { integer: false, multiplesOf: [], ...numberRulesOf(schema.format) },
  );
  return { kind: "number", rules };
}

/** A whole number from 0; anything else is reported and counts as unsaid. */
export function readCount(
  schema: JsonSchemaObject,
  keyword: string,
  site: Site,
): number | undefined {
  const value = schema[keyword];
  if (value === undefined) return undefined;
  if (typeof value === "number" && Number.isInteger(value) && value >= 0) return value;
  return refuse(
    below(site, keyword),
    "invalid-schema",
    `${keyword}: must be a whole number from 0`,
  );
}

/** Whether the text is a regular expression as validation reads it. */
export function isPattern(pattern: unknown): boolean {
  if (typeof pattern !== "string") return false;
  try {
    new RegExp(pattern, "u");
    return true;
  } catch {
    return false;
  }
}
