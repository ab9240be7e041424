// Formats as ajv-formats judges them: by which function of the runtime, or by what rules of numbers.
import type { NumberRules } from "./shape.ts";

/** From a format of texts to the function of `@lockstep/runtime/schema` that judges it. */
export const formatFunctions: ReadonlyMap<string, string> = new Map([
  ["date", "date"],
  ["date-time", "dateTime"],
  ["email", "email"],
  ["hostname", "hostname"],
  ["ipv4", "ipv4"],
  ["ipv6", "ipv6"],
  ["time", "time"],
  ["uri", "uri"],
  ["uri-reference", "uriReference"],
  ["uuid", "uuid"],
]);

/** What a format of numbers asks for; texts pass it. */
const numberFormats: ReadonlyMap<string, Partial<NumberRules>> = new Map([
  ["double", {}],
  ["float", {}],
  ["int32", { integer: true, minimum: -(2 ** 31), maximum: 2 ** 31 - 1 }],
  ["int64", { integer: true }],
]);

/** Formats that every value has. */
const openFormats: ReadonlySet<string> = new Set(["binary", "password"]);

/** Formats that ajv-formats judges and the generated schemas do not. */
const foreignFormats: ReadonlySet<string> = new Set([
  "byte",
  "duration",
  "iso-date-time",
  "iso-time",
  "json-pointer",
  "json-pointer-uri-fragment",
  "regex",
  "relative-json-pointer",
  "uri-template",
  "url",
]);

/** Whether ajv would judge by it although the generated schemas cannot. */
export function isForeignFormat(format: string): boolean {
  return foreignFormats.has(format);
}

export function isKnownFormat(format: unknown): boolean {
  if (typeof format !== "string") return false;
  return formatFunctions.has(format) || numberFormats.has(format) || openFormats.has(format);
}

/** Whether a format says anything of a text. */
export function judgesText(format: string): boolean {
  return formatFunctions.has(format);
}

/** What a format says of a number; nothing where it speaks of texts. */
export function numberRulesOf(format: unknown): Partial<NumberRules> {
  return (typeof format === "string" ? numberFormats.get(format) : undefined) ?? {};
}
