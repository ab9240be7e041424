// Words of the document that were probably meant for extensions of ours.
import { nearestName } from "@lockstep/runtime";
import type { Part } from "../load/resolve-place.ts";
import { entriesOf, type ModelContext, report } from "./model-context.ts";

export type Extension = "x-deprecated" | "x-presence-member" | "x-schema";

/** Warns of an `x-` word like one that may stand in `part` and does not: AsyncAPI takes any, so it would say nothing. */
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
    const meant = nearestName(withoutPrefix(key), missing);
    if (meant === undefined || extensions.some((one) => one === key)) continue;
    const message = `"${key}": is no extension of ours, and says nothing here; did you mean "x-${meant}"?`;
    report(context, child, { severity: "warning", code: "extension-unknown", message });
  }
}

function withoutPrefix(word: string): string {
  return word.slice("x-".length);
}
