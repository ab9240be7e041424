// Maps.
import type { core, ZodMiniType } from "zod/mini";
import { defineSchema, fieldNamesOf, isRecord, issuesAt } from "./_define-schema.ts";
import type { ZodNode } from "./_zod-internals.ts";

/** An object of any names, each field of one schema; `__proto__` is a name like any other. */
export function record<Value extends core.SomeType>(
  value: Value,
): ZodMiniType<Record<string, core.output<Value>>, Record<string, core.output<Value>>> {
  return defineSchema(
    (map) =>
      isRecord(map)
        ? fieldNamesOf(map).flatMap((key) => issuesAt(value, map[key], key))
        : [{ code: "invalid_type", expected: "record", input: map, path: [] }],
    {
      fields: () => [value as unknown as ZodNode],
      open: (twin) => record(twin(value as unknown as ZodNode) as unknown as core.SomeType),
    },
  ) as never;
}
