// Objects whose fields are judged by their names.
import type { core, ZodMiniType } from "zod/mini";
import { defineSchema, fieldNamesOf, isRecord, issuesAt, issuesOf } from "./_define-schema.ts";
import { ownField, type ZodNode } from "./_zod-internals.ts";
import type { WithRest } from "./catchall.ts";
import type { RawIssue } from "./describe-issue.ts";

type Patterns = Readonly<Record<string, core.SomeType>>;

/** Fields that are declared, and the types of all others behind an index signature. */
type PatternFields<Fields, Rest> = string extends keyof Fields
  ? { [key: string]: Rest }
  : WithRest<Fields, Rest>;

type RestOf<Rest> = Rest extends core.SomeType ? core.output<Rest> : never;

/**
 * `patternProperties`: a field matches the schema of each pattern that its name matches. One that is neither declared
 * nor matched by a pattern is judged by `rest`, where there is one; `"closed"` refuses it.
 */
export function patternFields<
  Fields extends core.$ZodObject,
  Named extends Patterns,
  Rest extends core.SomeType | "closed" = ZodMiniType<unknown>,
>(
  declared: Fields,
  patterns: Named,
  rest?: Rest,
): ZodMiniType<
  PatternFields<core.output<Fields>, core.output<Named[keyof Named]> | RestOf<Rest>>,
  PatternFields<core.output<Fields>, core.output<Named[keyof Named]> | RestOf<Rest>>
> {
  // read when it is used: a field may lead back to a schema that is being made
  const shape = (): Readonly<Record<string, unknown>> => declared._zod.def.shape;
  const tests = Object.entries(patterns).map(
    ([source, schema]) => [new RegExp(source, "u"), schema as unknown as ZodNode] as const,
  );
  const isClosed = rest === "closed";
  const others = (rest && !isClosed ? [rest] : []) as unknown as readonly ZodNode[];
  const byName = (key: string): readonly ZodNode[] => {
    const found = tests.filter(([test]) => test.test(key)).map(([, schema]) => schema);
    return found.length > 0 || Object.hasOwn(shape(), key) ? found : others;
  };
  const judge = (value: unknown): readonly RawIssue[] => {
    // a copy without a prototype: zod would take what every object inherits for a field
    if (!isRecord(value)) return issuesOf(declared, value);
    const issues = issuesOf(declared, Object.assign(Object.create(null), value));
    const names = fieldNamesOf(value);
    const more = names.flatMap((key) =>
      byName(key).flatMap((schema) => issuesAt(schema, value[key], key)),
    );
    const isUnknown = (key: string): boolean =>
      byName(key).length === 0 && !Object.hasOwn(shape(), key);
    const keys = isClosed ? names.filter(isUnknown) : [];
    return [
      ...issues,
      ...more,
      ...(keys.length > 0 ? [{ code: "unrecognized_keys", keys, input: value, path: [] }] : []),
    ];
  };
  return defineSchema(judge, {
    fields: (key) => {
      const own = ownField(shape(), key) as ZodNode | undefined;
      return own === undefined ? byName(key) : [own, ...byName(key)];
    },
    open: (twin) => {
      const opened = Object.entries(patterns).map(
        ([source, schema]) => [source, twin(schema as unknown as ZodNode)] as const,
      );
      const fields = twin(declared as unknown as ZodNode) as unknown as core.$ZodObject;
      return patternFields(
        fields,
        Object.fromEntries(opened) as never,
        others.map(twin)[0] as never,
      );
    },
  }) as never;
}
