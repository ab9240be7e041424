// Words of the document that were meant for extensions of ours: misspelt, or where they say nothing.
import { nearestName } from "@lockstep/runtime";
import { type Part, referenceOf } from "../load/resolve-place.ts";
import { entriesOf, type ModelContext, report } from "./model-context.ts";

export type Extension = "x-deprecated" | "x-presence-member" | "x-schema";

const places: ReadonlyMap<string, string> = new Map<Extension, string>([
  ["x-deprecated", "a channel, a message or a field"],
  ["x-presence-member", "a presence channel"],
  ["x-schema", "a parameter"],
]);

/**
 * Warns of an extension of ours that is none of those of `part`, and of an `x-` word like one that may stand there and does
 * not: AsyncAPI takes any, so both would say nothing.
 */
export function checkExtensions(
  context: ModelContext,
  part: Part,
  extensions: readonly Extension[],
): void {
  const entries = entriesOf(part);
  const written = entries.map(([key]) => key);
  // the prefix, which all have, counts for no likeness
  const missing = extensions.filter((one) => !written.includes(one)).map(withoutPrefix);
  for (const [key, child] of entries) {
    if (!key.startsWith("x-")) continue;
    if (extensions.some((one) => one === key)) continue;
    const place = places.get(key);
    const meant = nearestName(withoutPrefix(key), missing);
    if (place !== undefined) {
      const message =
        referenceOf(part.value) === undefined
          ? `"${key}": says nothing here; write it on ${place}`
          : `"${key}": says nothing beside a $ref; write it on ${place} itself`;
      report(context, child, { severity: "warning", code: "extension-misplaced", message });
    } else if (meant !== undefined) {
      const message = `"${key}": is no extension of ours, and says nothing here; did you mean "x-${meant}"?`;
      report(context, child, { severity: "warning", code: "extension-unknown", message });
    }
  }
}

function withoutPrefix(word: string): string {
  return word.slice("x-".length);
}
