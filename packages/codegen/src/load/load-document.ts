// Reads the root document and every file that it reaches by relative `$ref`.
import { readFile as readFileFromDisk } from "node:fs/promises";
import { relative, resolve, sep } from "node:path";
import type { Diagnostic } from "../diagnostic.ts";
import type { Memory } from "../memory/memory.ts";
import { shareEqual } from "../memory/share-equal.ts";
import { checkReferences } from "./check-references.ts";
import { createLocate } from "./create-origin.ts";
import { findReferences, type ReferenceSite } from "./find-references.ts";
import type { LoadedDocument } from "./loaded-document.ts";
import { parseReference } from "./reference.ts";
import { parseSourceFile, type SourceFile } from "./source-file.ts";

export interface LoadDocumentOptions {
  /** Working folder: every path in the result is relative to it. */
  readonly cwd: string;
  /**
   * Reads a file by its path from the working folder, with `/`.
   *
   * @default UTF-8 from the disk
   */
  readonly readFile?: (file: string) => Promise<string>;
  /** What earlier readings of the same contract left. */
  readonly memory?: Memory | undefined;
  /** Paths, from the working folder, of the files that stand for URLs. */
  readonly remote?: Readonly<Record<string, string>> | undefined;
}

/** Reads a contract. Never rejects for what the files hold or lack: that is in `diagnostics`, all of it. */
export async function loadDocument(
  file: string,
  options: LoadDocumentOptions,
): Promise<LoadedDocument> {
  const { cwd, memory, remote = {} } = options;
  const { readFile = (path) => readText(resolve(cwd, path)) } = options;
  const root = toRelativePath(cwd, file);
  const sources = new Map<string, SourceFile>();
  const diagnostics: Diagnostic[] = [];
  const references = new Map<SourceFile, readonly ReferenceSite[]>();
  const visited = new Set([root]);
  const standIns = new Map(
    Object.entries(remote).map(([url, path]) => [url, toRelativePath(cwd, path)]),
  );
  for (const path of visited) {
    try {
      const text = await readFile(path);
      const source = recallFile(memory, path, text);
      sources.set(path, source);
      diagnostics.push(...source.diagnostics);
      const sites = findReferences(source.value);
      references.set(source, sites);
      for (const { ref } of sites) {
        const target = parseReference(path, ref);
        if (target.kind === "malformed") continue;
        const { file: wanted } = target.place;
        if (target.kind === "place") visited.add(wanted);
        else if (standIns.has(wanted)) visited.add(standIns.get(wanted) ?? wanted);
      }
    } catch (error) {
      memory?.files.delete(path);
      // a file that only a $ref names is reported there, by its place
      if (path === root) diagnostics.push(unreadable(path, error));
    }
  }
  if (memory !== undefined) forgetFiles(memory, visited);
  for (const [url, path] of standIns) {
    const source = sources.get(path);
    if (source !== undefined) sources.set(url, source);
  }
  // what is kept for later runs is to be found in the files as they are then
  const locate = createLocate(memory?.files ?? sources, standIns);
  diagnostics.push(...checkReferences(references, { sources, locate, standIns }));
  return {
    file: root,
    files: [...visited].sort(),
    sources,
    diagnostics,
    locate,
    sourceLine: (path, line) => sources.get(path)?.text.split(/\r?\n/)[line - 1],
  };
}

/** Parses where the text is another than before; of the data all that is equal stays the same object. */
function recallFile(memory: Memory | undefined, path: string, text: string): SourceFile {
  const known = memory?.files.get(path);
  const parsed =
    known?.text === text ? known : parseSourceFile(path, text, memory && (known ?? {}));
  if (memory === undefined) return parsed;
  const value = shareEqual(memory.data.get(path), parsed.value);
  const source = value === parsed.value ? parsed : { ...parsed, value };
  memory.files.set(path, source);
  // a broken file has no data, and is compared with the whole one once it is mended
  if (value !== undefined) memory.data.set(path, value);
  return source;
}

/** Forgets files that the contract is not made of any more, unless a file is broken: it may lead to them. */
function forgetFiles({ files, data }: Memory, visited: ReadonlySet<string>): void {
  if ([...visited].some((path) => files.get(path)?.value === undefined)) return;
  for (const path of files.keys()) if (!visited.has(path)) files.delete(path);
  for (const path of data.keys()) if (!visited.has(path)) data.delete(path);
}

/** @throws where the file is not there, or is not UTF-8 */
export async function readText(path: string): Promise<string> {
  return new TextDecoder("utf-8", { fatal: true }).decode(await readFileFromDisk(path));
}

function toRelativePath(cwd: string, file: string): string {
  return relative(cwd, resolve(cwd, file)).split(sep).join("/");
}

function unreadable(file: string, error: unknown): Diagnostic {
  const problem = describeReadError(error);
  const message = `"${file}": ${problem}; name a YAML or JSON file that exists`;
  return {
    severity: "error",
    code: "file-unreadable",
    file,
    line: 1,
    column: 1,
    pointer: "",
    message,
  };
}

function describeReadError(error: unknown): string {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "ENOENT") return "there is no such file";
  if (code === "EISDIR") return "it is a folder";
  if (code === "EACCES") return "it may not be read";
  if (code === "ERR_ENCODING_INVALID_ENCODED_DATA") return "it is not UTF-8 text";
  return "it cannot be read";
}
