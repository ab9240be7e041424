// A value that several schemas describe at once.
import type { core, ZodMiniType } from "zod/mini";
import { defineSchema, issuesOf, type JudgeValue } from "./_define-schema.ts";
import type { ZodNode } from "./_zod-internals.ts";

/**
 * A value of `base` that matches each rule as well. All of them see the value as it came, and it is answered as it
 * came: nothing is dropped or merged.
 */
export function matching<Base extends core.SomeType>(
  base: Base,
  ...rules: readonly core.SomeType[]
): ZodMiniType<core.output<Base>, core.output<Base>> {
  const all = [base, ...rules] as unknown as readonly ZodNode[];
  const judge: JudgeValue = (value) => {
    const [first] = all;
    const issues = first === undefined ? [] : issuesOf(first, value);
    return issues.length > 0 ? issues : all.slice(1).flatMap((rule) => issuesOf(rule, value));
  };
  return defineSchema(judge, {
    describing: () => all,
    open: (twin) => {
      const [first, ...others] = all.map(twin) as unknown as core.SomeType[];
      return matching(first as core.SomeType, ...others);
    },
  }) as never;
}
