// Bounds of one schema that leave nothing between them.
import { childOf, type Part } from "../load/resolve-place.ts";
import { type ModelContext, report } from "./model-context.ts";

/** Pairs of keywords of which the first may not be more than the second. */
const pairs = [
  ["minimum", "maximum"],
  ["minItems", "maxItems"],
  ["minLength", "maxLength"],
  ["minProperties", "maxProperties"],
] as const;

/** Reports each least that is more than its most: an error of writing, since nobody declares what nothing can be. */
export function checkBounds(context: ModelContext, schema: Part): void {
  for (const [least, most] of pairs) {
    const part = childOf(schema, least);
    const from = part?.value;
    const to = childOf(schema, most)?.value;
    if (part === undefined || typeof from !== "number" || typeof to !== "number") continue;
    if (from <= to) continue;
    const message = `"${least}": ${from} is more than "${most}", which is ${to}, so no value fits; correct one of them`;
    report(context, part, { code: "bounds-contradictory", message });
  }
}
