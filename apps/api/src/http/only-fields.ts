// Bodies with these fields and no others: a mistyped one is refused by name, not left out.
import { nearestName } from "@lockstep/runtime";
import * as z from "zod";

/** An object whose unknown fields are refused, each with the known name that was probably meant. */
export function onlyFields<Shape extends z.ZodRawShape>(shape: Shape): z.ZodObject<Shape> {
  const names = Object.keys(shape);
  const unknownField = z
    .custom<never>(() => false, {
      error: ({ path }) => describeUnknown(String(path?.at(-1)), names),
    })
    .meta({ not: {} });
  // the catchall lets nothing pass, so it adds nothing to the type
  return z.object(shape, "must be an object").catchall(unknownField) as z.ZodObject<Shape>;
}

function describeUnknown(field: string, names: readonly string[]): string {
  const nearest = nearestName(field, names);
  return nearest === undefined
    ? "is not a known field"
    : `is not a known field; did you mean ${nearest}?`;
}
