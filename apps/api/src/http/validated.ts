// Judging input by a schema, and saying what is wrong with each field.
import { sValidator } from "@hono/standard-validator";
import type { StandardSchemaV1 } from "@standard-schema/spec";
import type { $ZodType } from "zod/v4/core";
import { describing } from "../openapi/operation-part.ts";
import { type FieldErrors, HttpError } from "./http-error.ts";

export const INVALID_INPUT = { 400: "The input is refused, with what is wrong with each field." };

/**
 * Answers 400 with a message for each field unless the body, or the headers in lower case, match; handlers read what was
 * judged by `c.req.valid(target)`.
 */
export function validated<
  Target extends "json" | "header",
  Schema extends StandardSchemaV1 & $ZodType,
>(target: Target, schema: Schema) {
  const validator = sValidator(target, schema, (result) => {
    if (!result.success) throw invalidInput(result.error);
  });
  const described =
    target === "json" ? { body: { "application/json": schema } } : { headers: schema };
  return describing({ ...described, refusals: INVALID_INPUT }, validator);
}

/** The refusal that names every fault. */
export function invalidInput(issues: readonly StandardSchemaV1.Issue[]): HttpError {
  // a caller may call a field as Object.prototype calls one of its own
  const fields: Record<string, string> = Object.create(null);
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
