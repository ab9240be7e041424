// Text → the YAML parser's document, unless that would take more stack than there is.
import { Composer, type CST, type Document, type LineCounter, Parser, YAMLParseError } from "yaml";

/** How deep collections may stand in each other: far beyond any contract, far within every stack. */
export const maxDepth = 500;

export type ParsedYaml =
  | { readonly document: Document.Parsed }
  /** Offset of the first collection that stands too deep. */
  | { readonly tooDeepAt: number };

/**
 * Parses YAML 1.2 with the core schema. What the parser finds wrong is in the document's `errors` and `warnings`.
 *
 * Composing a document is recursive, and a regular expression that V8 compiles at the end of its stack ends the process;
 * so depth is judged before, on the flat work of the lexer.
 */
export function parseYaml(text: string, lineCounter: LineCounter): ParsedYaml {
  const tokens = [...new Parser(lineCounter.addNewLine).parse(text)];
  const tooDeepAt = findTooDeep(tokens);
  if (tooDeepAt !== undefined) return { tooDeepAt };
  const composer = new Composer({ schema: "core", merge: false });
  const [document, second] = composer.compose(tokens, true, text.length);
  if (document === undefined) throw new Error("yaml composes a document of any text");
  if (second !== undefined) {
    const [offset] = second.range;
    const message = "the file holds more than one document";
    document.errors.push(new YAMLParseError([offset, offset + 1], "MULTIPLE_DOCS", message));
  }
  return { document: document as Document.Parsed };
}

function findTooDeep(tokens: readonly CST.Token[]): number | undefined {
  const open = tokens.map((token) => ({ token, depth: 0 }));
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { token, depth } = next;
    if (token.type === "document" && token.value) open.push({ token: token.value, depth });
    if (!("items" in token)) continue;
    if (depth === maxDepth) return token.offset;
    for (const { key, value } of token.items) {
      if (key) open.push({ token: key, depth: depth + 1 });
      if (value) open.push({ token: value, depth: depth + 1 });
    }
  }
  return undefined;
}
