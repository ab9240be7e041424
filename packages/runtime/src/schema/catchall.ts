// An object whose undeclared fields have a schema of their own.
import type { core, ZodMiniObject, ZodMiniType } from "zod/mini";
import { defineSchema, fieldNamesOf, isRecord, issuesAt, issuesOf } from "./_define-schema.ts";
import { ownField, type ZodNode } from "./_zod-internals.ts";

/** An index signature speaks of the declared fields too, so that it holds their types as well. */
export type WithRest<Fields, Rest> = Flat<Fields & { [key: string]: Rest | Fields[keyof Fields] }>;

type Flat<T> = { [Key in keyof T]: T[Key] };

/** `additionalProperties` as a schema; it is asked of `__proto__`, too, where a payload has such a field. */
export function catchall<Shape extends core.$ZodShape, Rest extends core.SomeType>(
  object: ZodMiniObject<Shape, core.$strip>,
  rest: Rest,
): ZodMiniType<
  WithRest<core.output<ZodMiniObject<Shape, core.$strip>>, core.output<Rest>>,
  WithRest<core.output<ZodMiniObject<Shape, core.$strip>>, core.output<Rest>>
> {
  // read when it is used: a field may lead back to a schema that is being made
  const shape = (): Readonly<Record<string, unknown>> => object._zod.def.shape;
  const partsOf = (key: string): readonly unknown[] => [ownField(shape(), key) ?? rest];
  return defineSchema(
    (value) => {
      const issues = issuesOf(object, value);
      if (!isRecord(value)) return issues;
      const others = fieldNamesOf(value).filter((key) => !Object.hasOwn(shape(), key));
      return [...issues, ...others.flatMap((key) => issuesAt(rest, value[key], key))];
    },
    {
      fields: (key) => partsOf(key) as readonly ZodNode[],
      open: (twin) => {
        const [fields, others] = [object as unknown, rest as unknown].map((part) =>
          twin(part as ZodNode),
        );
        return catchall(fields as never, others as never);
      },
    },
  ) as never;
}
