// The folder that generated code names its sources from.
import { existsSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";

/** Nearest folder at or above a document that holds `package.json` or `.git`, else the document's own. */
export function findProjectRoot(document: string): string {
  const own = dirname(document);
  for (let folder = own; ; folder = dirname(folder)) {
    if (existsSync(join(folder, "package.json")) || existsSync(join(folder, ".git"))) return folder;
    if (dirname(folder) === folder) return own;
  }
}

/** A path that starts at `from`, as it is written from `to`, with `/`. */
export function movePath(path: string, { from, to }: { from: string; to: string }): string {
  return relative(to, resolve(from, path)).split(sep).join("/") || ".";
}
