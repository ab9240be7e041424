// Whether any value is judged by a format.
import type { JsonSchemaObject } from "../model/contract-model.ts";
import { openFormats, typesJudgedBy } from "./formats.ts";
import { below, type Site, warn } from "./shape-reader.ts";

/**
 * Warns of a format by which no value is judged: one that ajv-formats does not know, or one that judges values of another
 * type.
 *
 * @param types those that the schema allows; all where absent
 */
export function checkFormat(
  { format }: JsonSchemaObject,
  types: readonly string[] | undefined,
  site: Site,
): void {
  if (typeof format !== "string" || openFormats.has(format)) return;
  const judged = typesJudgedBy(format);
  const isJudged = types === undefined || types.some((type) => judged.includes(type));
  if (judged.length > 0 && isJudged) return;
  const problem =
    judged.length === 0
      ? "is not judged, it only tells readers"
      : `judges ${judged[0]}s alone, and none is allowed here`;
  const message = `format: ${JSON.stringify(format)} ${problem}; ${wayOut(types ?? ["string"])}`;
  warn(below(site, "format"), "format-not-judged", message);
}

function wayOut(types: readonly string[]): string {
  if (types.includes("string")) return "say it with pattern where it matters";
  const isNumber = types.includes("number") || types.includes("integer");
  return isNumber ? "say it with minimum and maximum where it matters" : "leave it out";
}
