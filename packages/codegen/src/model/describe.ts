// The words of a document about one of its parts.
import type { Part } from "../load/resolve-place.ts";
import { textAt } from "./model-context.ts";

/** `summary` (or else `title`) and `description`, as paragraphs; `undefined` where there are no words. */
export function describe(part: Part): string | undefined {
  const heading = textAt(part, "summary") ?? textAt(part, "title");
  const paragraphs = [heading, textAt(part, "description")]
    .map((text) => text?.trim())
    .filter((text) => text !== undefined && text !== "");
  return paragraphs.length > 0 ? [...new Set(paragraphs)].join("\n\n") : undefined;
}
