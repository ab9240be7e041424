// The official parser on files in memory.
import { trimMetaSchemas } from "./trim-meta-schemas.ts";
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

/** Answers findings down to warnings; what is below is about taste. May be called once. */
export type RunParser = (input: ParserInput) => Promise<readonly Finding[]>;

/** Loads the parser and its rules. Takes half a second, which may pass while the files are read. */
export async function prepareParser(): Promise<RunParser> {
  const { Parser } = await import("@asyncapi/parser");
  trimMetaSchemas();
  let texts: readonly string[] = [];
  const read = (uri: { path(): string }): string => texts[virtualIndex(uri.path())] ?? "{}";
  const schemes = ["file", "http", "https"];
  const resolvers = schemes.map((schema) => ({ schema, order: 1, canRead: true, read }));
  // a parser that is used again keeps the files of its first document
  const parser = new Parser({
    ruleset: { recommended: false },
    __unstable: { resolver: { cache: false, resolvers } },
  });
  return async (input) => {
    texts = input.texts;
    const source = virtualPath(input.root);
    const found = await parser.validate(texts[input.root] ?? "{}", { source });
    return found.filter(({ severity }) => severity <= 1).map(toFinding);
  };
}

function toFinding({ code, message, path, severity, source }: Finding): Finding {
  return { code, message, path: [...path], severity, ...(source !== undefined && { source }) };
}
