// Asking a schema, with our words for what it finds.
import type { Schema, SchemaResult } from "../schema-interface.ts";
import { describeIssue, type RawIssue } from "./describe-issue.ts";

const parameters = { error: describeIssue };

interface ZodSchema<Value> {
  safeParse(value: unknown, parameters: { error(issue: RawIssue): string }): SchemaResult<Value>;
}

/** Judges a value exactly as the schema does; its data may be a copy. */
export function judge<Value>(schema: Schema<Value>, value: unknown): SchemaResult<Value> {
  return (schema as ZodSchema<Value>).safeParse(value, parameters);
}
