// What the meta-schema cannot judge about a keyword.
import type { Part } from "../load/resolve-place.ts";
import { describeRunaway, findRunaway } from "../names/runaway.ts";
import { checkFieldReplacement } from "./check-replacements.ts";
import { entriesOf, type ModelContext, report } from "./model-context.ts";
import { readExtension } from "./read-deprecation.ts";

/**
 * Reports a pattern that is none in Unicode mode or runs away, another draft's `$schema`, a faulty `x-deprecated`, OpenAPI's
 * `nullable`, and a value that is beyond exact numbers.
 */
export function checkKeyword(context: ModelContext, keyword: string, part: Part): void {
  if (keyword === "x-deprecated") {
    const deprecation = readExtension(context, part);
    context.fieldDeprecations.set(part, deprecation);
    checkFieldReplacement(context, part, deprecation);
  }
  if (keyword === "$schema") checkDialect(context, part);
  if (keyword === "nullable" && part.value === true) warnOfNullable(context, part);
  if (keyword === "pattern" && typeof part.value === "string") {
    checkPattern(context, part, part.value);
  }
  if (keyword === "const") warnOfInexact(context, keyword, part);
  if (keyword === "enum" && Array.isArray(part.value)) {
    part.value.forEach((value, at) => {
      warnOfInexact(context, keyword, { ...part, pointer: `${part.pointer}/${at}`, value });
    });
  }
  if (keyword === "patternProperties") {
    for (const [pattern, child] of entriesOf(part)) checkPattern(context, child, pattern);
  }
}

function checkPattern(context: ModelContext, part: Part, pattern: string): void {
  if (isRegExp(pattern)) {
    const found = findRunaway(pattern);
    if (found === undefined) return;
    const message = `"${pattern}": ${describeRunaway(found)}`;
    // a payload is 10 kB at most, which polynomial time ends with; common patterns of email addresses take it
    const severity = found.isExponential ? "error" : "warning";
    report(context, part, { severity, code: "pattern-runs-away", message });
    return;
  }
  const message = `"${pattern}": not a regular expression in Unicode mode; escape only what needs it`;
  report(context, part, { code: "schema-pattern-invalid", message });
}

/** Whether the text is a regular expression as validation reads it. */
function isRegExp(pattern: string): boolean {
  try {
    new RegExp(pattern, "u");
    return true;
  } catch {
    return false;
  }
}

function warnOfNullable(context: ModelContext, part: Part): void {
  const message = `"nullable": means nothing in JSON Schema draft-07, so null is refused here; write "null" into "type"`;
  report(context, part, { severity: "warning", code: "keyword-meaningless", message });
}

/** A number in a list of values that another number reads as too. */
function warnOfInexact(context: ModelContext, keyword: string, part: Part): void {
  const { value } = part;
  if (typeof value !== "number" || !Number.isInteger(value) || Number.isSafeInteger(value)) return;
  const message = `"${keyword}": ${value} is beyond 2^53, where JavaScript tells neighbours no longer apart; write it as text`;
  report(context, part, { severity: "warning", code: "number-inexact", message });
}

function checkDialect(context: ModelContext, part: Part): void {
  const dialect = String(part.value);
  if (/^https?:\/\/(?:json-schema\.org\/draft-07\/|asyncapi\.com\/)/.test(dialect)) return;
  const message = `"${dialect}": this dialect of JSON Schema cannot be read; write draft-07`;
  report(context, part, { code: "schema-format-unsupported", message });
}
