// The words of a document about one of its parts.

/**
 * `summary` (or else `title`) and `description`, as paragraphs; `undefined` where there are no words.
 *
 * @param textAt reads the text under a key of the part
 */
export function describe(textAt: (key: string) => string | undefined): string | undefined {
  const heading = textAt("summary") ?? textAt("title");
  const paragraphs = [heading, textAt("description")]
    .map((text) => text?.trim())
    .filter((text) => text !== undefined && text !== "");
  return paragraphs.length > 0 ? [...new Set(paragraphs)].join("\n\n") : undefined;
}
