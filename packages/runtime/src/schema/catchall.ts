// An object whose undeclared fields have a schema of their own.
import { type core, type ZodMiniObject, type ZodMiniType, catchall as zodCatchall } from "zod/mini";

/** An index signature speaks of the declared fields too, so that it holds their types as well. */
export type WithRest<Fields, Rest> = Flat<Fields & { [key: string]: Rest | Fields[keyof Fields] }>;

type Flat<T> = { [Key in keyof T]: T[Key] };

/** `additionalProperties` as a schema. */
export function catchall<Shape extends core.$ZodShape, Rest extends core.SomeType>(
  object: ZodMiniObject<Shape, core.$strip>,
  rest: Rest,
): ZodMiniType<
  WithRest<core.output<ZodMiniObject<Shape, core.$strip>>, core.output<Rest>>,
  WithRest<core.output<ZodMiniObject<Shape, core.$strip>>, core.output<Rest>>
> {
  return zodCatchall(object, rest) as never;
}
