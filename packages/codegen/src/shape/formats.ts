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
  ["iso-date-time", "isoDateTime"],
  ["iso-time", "isoTime"],
  ["regex", "regex"],
  ["time", "time"],
  ["uri", "uri"],
  ["uri-reference", "uriReference"],
  ["url", "url"],
  ["uuid", "uuid"],
]);

/** A variable of a URI template. @see RFC 6570, section 2.3 */
const variable = "(?:[A-Za-z0-9_]|%[0-9A-Fa-f]{2})+(?::[1-9][0-9]{0,3}|\\*)?";

/**
 * Formats of texts that a pattern says, as ajv-formats has them: without its flags `i` and `m`, so that what they allow is
 * written out.
 */
export const formatPatterns: ReadonlyMap<string, string> = new Map([
  // one line of the text is enough
  [
    "byte",
    "(?:^|[\\n\\r\\u2028\\u2029])(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?(?:$|[\\n\\r\\u2028\\u2029])",
  ],
  ["duration", "^P(?!$)((\\d+Y)?(\\d+M)?(\\d+D)?(T(?=\\d)(\\d+H)?(\\d+M)?(\\d+S)?)?|(\\d+W)?)$"],
  ["json-pointer", "^(?:/(?:[^~/]|~0|~1)*)*$"],
  [
    "json-pointer-uri-fragment",
    "^#(?:/(?:[A-Za-z0-9_\\-.!$&'()*+,;:=@]|%[0-9A-Fa-f]{2}|~0|~1)*)*$",
  ],
  ["relative-json-pointer", "^(?:0|[1-9][0-9]*)(?:#|(?:/(?:[^~/]|~0|~1)*)*)$"],
  [
    "uri-template",
    `^(?:(?:[^\\x00-\\x20"'<>%\\\\^\`{|}]|%[0-9A-Fa-f]{2})|\\{[+#./;?&=,!@|]?${variable}(?:,${variable})*\\})*$`,
  ],
]);

/** What a format of numbers asks for; texts pass it. */
const numberFormats: ReadonlyMap<string, Partial<NumberRules>> = new Map([
  ["double", {}],
  ["float", {}],
  ["int32", { integer: true, minimum: -(2 ** 31), maximum: 2 ** 31 - 1 }],
  ["int64", { integer: true }],
]);

/** Formats that every value has: they are known, and mean nothing to a judge. */
export const openFormats: ReadonlySet<string> = new Set(["binary", "password"]);

/** The types whose values the format judges; none where nobody knows it. */
export function typesJudgedBy(format: string): readonly string[] {
  if (judgesText(format)) return ["string"];
  return numberFormats.has(format) ? ["number", "integer"] : [];
}

/** Whether a format says anything of a text. */
export function judgesText(format: string): boolean {
  return formatFunctions.has(format) || formatPatterns.has(format);
}

/** What a format says of a number; nothing where it speaks of texts. */
export function numberRulesOf(format: unknown): Partial<NumberRules> {
  return (typeof format === "string" ? numberFormats.get(format) : undefined) ?? {};
}
