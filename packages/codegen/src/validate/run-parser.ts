// The official parser on files in memory.
import { virtualIndex, virtualPath } from "./virtual-path.ts";

/** Files as the parser is to see them, as JSON. */
export interface ParserInput {
  readonly texts: readonly string[];
  /** Index of the root document. */
  readonly root: number;
}

export interface Finding {
  readonly code: string | number;
  readonly message: string;
  readonly path: readonly (string | number)[];
  /** 0 for an error, 1 for a warning. */
  readonly severity: number;
  /** Virtual path of the file. */
  readonly source?: string;
}

/** Takes half a second, which may pass while the files are read. */
export async function loadParser(): Promise<void> {
  await import("@asyncapi/parser");
}

/** Answers findings down to warnings; what is below is about taste. */
export async function runParser({ texts, root }: ParserInput): Promise<readonly Finding[]> {
  const { Parser } = await import("@asyncapi/parser");
  const read = (uri: { path(): string }): string => texts[virtualIndex(uri.path())] ?? "{}";
  const schemes = ["file", "http", "https"];
  const resolvers = schemes.map((schema) => ({ schema, order: 1, canRead: true, read }));
  // a parser that is used again keeps the files of its first document
  const parser = new Parser({
    ruleset: { recommended: false },
    __unstable: { resolver: { cache: false, resolvers } },
  });
  const found = await parser.validate(texts[root] ?? "{}", { source: virtualPath(root) });
  return found
    .filter(({ severity }) => severity <= 1)
    .map(({ code, message, path, severity, source }) => ({
      code,
      message,
      path: [...path],
      severity,
      ...(source !== undefined && { source }),
    }));
}
