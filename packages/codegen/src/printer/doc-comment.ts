// Doc comments that nothing in the text can get out of.
import { type Doc, hardLine, join } from "./doc.ts";
import { printExamples } from "./example.ts";
import { textWidth } from "./text-width.ts";

export interface CommentSource {
  /** Paragraphs, each with lines of its own. */
  readonly text?: string | undefined;
  /** Block tags, such as `@deprecated Use x.` */
  readonly tags?: readonly (readonly [tag: string, text: string])[] | undefined;
  /** JSON values; the first that are short enough are shown. */
  readonly examples?: readonly unknown[] | undefined;
}

/** A doc block, or nothing where there is nothing to say. Lines are wrapped at 100 columns, less `indent`. */
export function docComment(
  { text = "", tags = [], examples = [] }: CommentSource,
  indent = 0,
): Doc | undefined {
  const width = 97 - indent;
  const prose =
    text.trim() === ""
      ? []
      : text
          .trim()
          .split(/\r\n|[\n\r\u2028\u2029]/)
          .map((line) => escapeLine(line, true));
  const marked = tags.map(([tag, words]) =>
    `${tag} ${escapeLine(words.replace(/\s+/g, " "), false)}`.trim(),
  );
  const shown = printExamples(examples, width);
  if (prose.length + marked.length + shown.length === 0) return undefined;
  const gap = prose.length > 0 && marked.length + shown.length > 0 ? [""] : [];
  const lines = [...prose, ...gap, ...marked].flatMap((line) => wrap(line, width)).concat(shown);
  const [only = ""] = lines;
  if (lines.length === 1 && textWidth(only) <= width - 4) return `/** ${only} */`;
  return join(
    ["/**", ...lines.map((line) => (line === "" ? " *" : ` * ${line}`)), " */"],
    hardLine,
  );
}

/** A line comment's text: one line, nothing hidden. */
export function commentLine(text: string): string {
  return defuse(text.replace(/\s+/g, " ").trim());
}

function escapeLine(line: string, keepIndent: boolean): string {
  const trimmed = keepIndent ? line.trimEnd() : line.trim();
  // a line that begins with a tag of its own would speak for us
  return defuse(trimmed).replace(/(^|[\s{])@/g, "$1\\@");
}

// comment ends, directives of tools, and what an editor shows otherwise than a compiler reads it
function defuse(text: string): string {
  return text
    .replaceAll("*/", "*\\/")
    .replaceAll("/*", "/\\*")
    .replace(
      /(biome|eslint|prettier|oxlint|deno|istanbul|c8|v8|webpack|vite)-?(?=ignore|disable|Ignore|ChunkName)/g,
      "$1\\-",
    )
    .replace(/([#@])(?=\s*source|__)/gi, "$1\\")
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/gu, (hidden) =>
      hidden === "\t" ? "  " : "\ufffd",
    );
}

function wrap(text: string, width: number): readonly string[] {
  if (textWidth(text) <= width) return [text];
  const lead = /^\s*/.exec(text)?.[0] ?? "";
  const lines: string[] = [];
  let current = lead;
  for (const word of text.trim().split(/ +/)) {
    const longer = current.trim() === "" ? current + word : `${current} ${word}`;
    if (textWidth(longer) > width && current.trim() !== "") {
      lines.push(current);
      current = lead + word;
    } else current = longer;
  }
  return [...lines, current];
}
