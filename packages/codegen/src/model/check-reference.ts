// What stands beside a `$ref` to a channel, a message or a parameter.
import type { Part } from "../load/resolve-place.ts";
import { entriesOf, type ModelContext, report } from "./model-context.ts";

/** Warns of every word there, since nobody reads it; extensions have a warning of their own, and `deprecated` is read. */
export function checkReference(context: ModelContext, written: Part): void {
  for (const [key, child] of entriesOf(written)) {
    if (key === "$ref" || key === "deprecated" || key.startsWith("x-")) continue;
    const message = `"${key}": ignored beside a $ref; write it where the $ref leads`;
    report(context, child, { severity: "warning", code: "ref-siblings-ignored", message });
  }
}
