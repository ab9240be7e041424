// Whether two documents are the same text.
import { createHash } from "node:crypto";
import type { LoadedDocument } from "../load/loaded-document.ts";

/** A digest of the texts of all files, the root's first; what the files are called is not in it. */
export function digestOf({ file, sources }: LoadedDocument): string {
  const root = sources.get(file)?.text ?? "";
  // a file that stands for a URL is there twice
  const others = new Set([...sources.values()].filter((source) => source.file !== file));
  const texts = [root, ...[...others].map(({ text }) => text).sort()];
  return createHash("sha256").update(JSON.stringify(texts)).digest("hex");
}
