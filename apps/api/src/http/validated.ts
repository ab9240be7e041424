// Judging input by a schema, and saying what is wrong with each field.
import { sValidator } from "@hono/standard-validator";
import type { StandardSchemaV1 } from "@standard-schema/spec";
import { type FieldErrors, HttpError } from "./http-error.ts";

/** Answers 400 with a message for each field unless the input matches; handlers read it by `c.req.valid(target)`. */
export function validated<Schema extends StandardSchemaV1, Target extends "json" | "query">(
  target: Target,
  schema: Schema,
) {
  return sValidator(target, schema, (result) => {
    if (!result.success) throw invalidInput(result.error);
  });
}

/** The refusal that names every fault. */
export function invalidInput(issues: readonly StandardSchemaV1.Issue[]): HttpError {
  const fields: Record<string, string> = {};
  for (const { path = [], message } of issues) {
    const field = path.map((step) => String(typeof step === "object" ? step.key : step)).join(".");
    fields[field] ??= message;
  }
  return new HttpError(400, `Invalid input: ${sentenceOf(fields)}`, fields);
}

function sentenceOf(fields: FieldErrors): string {
  return Object.entries(fields)
    .map(([field, message]) => `${field || "the body"} ${message}`)
    .join("; ");
}
