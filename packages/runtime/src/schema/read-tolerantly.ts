// The reading of a subscriber: a backend that is ahead by a field is understood.
import type { Schema, SchemaResult } from "../schema-interface.ts";
import { matches } from "./_define-schema.ts";
import type { ZodNode } from "./_zod-internals.ts";
import { judge } from "./judge.ts";
import { openSchema } from "./open-schema.ts";
import { createQuickMatch } from "./quick-match.ts";

const quickMatchOf = /*#__PURE__*/ createQuickMatch({ closed: false, otherwise: matches });

/**
 * Judges a value as the schema does; where that fails, judges it again with every closed object open and `oneOf`
 * satisfied by its first match. What stands under `not`, `if` and `contains` stays exact. The data answered is the
 * value itself, with the fields that the contract does not know; the issues are those of the second judgement.
 */
export function readTolerantly<Value>(schema: Schema<Value>, value: unknown): SchemaResult<Value> {
  const isMatch = quickMatchOf(schema as unknown as ZodNode)(value) || judge(schema, value).success;
  if (isMatch) return { success: true, data: value as Value };
  const open = openSchema(schema as unknown as ZodNode) as unknown as Schema<Value>;
  const result = judge(open, value);
  return result.success ? { success: true, data: value as Value } : result;
}
