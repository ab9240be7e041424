import { expect, it } from "vitest";
import * as z from "zod/mini";
import type { Schema } from "../schema-interface.ts";
import { judge } from "./judge.ts";

it.each<[z.ZodMiniType, unknown, string]>([
  [z.string(), 1, "must be a string"],
  [z.object({}), null, "must be an object"],
  [z.never(), 1, "must be absent"],
  [z.array(z.string()), {}, "must be an array"],
  [z.null(), 1, "must be null"],
  [z.boolean(), "true", "must be a boolean"],
  [z.int(), 1.5, "must be an integer"],
  [z.literal("created"), "updated", 'must be "created"'],
  [z.enum(["staff", "guest"]), "x", 'must be one of "staff", "guest"'],
  [z.literal([1, null]), "x", "must be one of 1, null"],
  [z.number().check(z.gte(1)), 0, "must be at least 1"],
  [z.number().check(z.gt(1)), 1, "must be more than 1"],
  [z.number().check(z.lte(9)), 10, "must be at most 9"],
  [z.number().check(z.lt(9)), 9, "must be less than 9"],
  [z.array(z.string()).check(z.minLength(1)), [], "must have at least 1 item"],
  [z.array(z.string()).check(z.minLength(2)), ["a"], "must have at least 2 items"],
  [z.array(z.string()).check(z.maxLength(0)), ["a"], "must have at most 0 items"],
  [z.strictObject({}), { a: 1, b: 1 }, 'must not have the undeclared fields "a", "b"'],
  [z.union([z.string(), z.number()]), true, "must match one of the alternatives"],
  [
    z.xor([z.object({}), z.looseObject({})]),
    {},
    "must match exactly one of the alternatives, not several",
  ],
  [z.object({ a: z.string() }), {}, "is missing"],
  [z.object({ a: z.literal("x") }), {}, "is missing"],
  [z.object({ a: z.union([z.string(), z.number()]) }), {}, "is missing"],
])("says what is wrong, and not what the value is: %#", (schema, value, message) => {
  const result = judge(schema as unknown as Schema<unknown>, value);
  expect(result.success ? [] : result.error.issues.map((issue) => issue.message)).toEqual([
    message,
  ]);
});
