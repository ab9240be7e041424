// Generated files beside those on the disk.
import { join, resolve, sep } from "node:path";
import type { Diagnostic } from "../diagnostic.ts";
import type { GeneratedFile } from "./generated-file.ts";
import { codeFiles, createInspect, readGenerated } from "./output-folder.ts";

/** A file in an output folder. */
export interface FilePlace {
  readonly folder: string;
  readonly path: string;
}

export interface Comparison {
  /** Wanted, and not there. */
  readonly missing: readonly GeneratedFile[];
  /** Ours, with another text than wanted. */
  readonly stale: readonly GeneratedFile[];
  /** Ours, and no longer wanted. */
  readonly orphaned: readonly FilePlace[];
  /** An error for each place where something stands that is not ours. */
  readonly diagnostics: readonly Diagnostic[];
}

export interface CompareOptions {
  readonly files: readonly GeneratedFile[];
  /** Every folder that generation owns files in, also where it wants none. */
  readonly folders: readonly string[];
  readonly cwd: string;
  /**
   * Which files may be orphans, by name; others in these folders are another command's.
   *
   * @default modules
   */
  readonly names?: RegExp | undefined;
}

/** Reads only. */
export function compareFiles(options: CompareOptions): Comparison {
  const { files, folders, cwd, names = codeFiles } = options;
  const missing: GeneratedFile[] = [];
  const stale: GeneratedFile[] = [];
  const orphaned: FilePlace[] = [];
  const diagnostics: Diagnostic[] = [];
  // one folder may be spelt in several ways
  const spellings = new Map(folders.map((folder) => [resolve(cwd, folder), folder]));
  for (const [root, folder] of spellings) {
    const there = readGenerated(root, names);
    const inspect = createInspect(root);
    const wanted = files.filter((file) => resolve(cwd, file.folder) === root);
    const inner = [...spellings.keys()].filter((other) => other.startsWith(root + sep));
    const isElsewhere = (path: string): boolean =>
      inner.some((other) => join(root, path).startsWith(other + sep));
    for (const file of wanted) {
      const state = there.has(file.path) ? "ours" : inspect(file.path);
      if (state === "foreign" || state === "outside") diagnostics.push(refuseToWrite(file, state));
      else if (state === "free") missing.push(file);
      else if (there.get(file.path) !== file.text) stale.push(file);
    }
    const kept = new Set(wanted.map(({ path }) => path));
    for (const path of there.keys()) {
      if (!kept.has(path) && !isElsewhere(path)) orphaned.push({ folder, path });
    }
  }
  return { missing, stale, orphaned: orphaned.sort(byPlace), diagnostics };
}

function refuseToWrite({ folder, path }: FilePlace, state: "foreign" | "outside"): Diagnostic {
  const file = `${folder}/${path}`;
  const problem =
    state === "foreign"
      ? "was not written by lockstep, and would be overwritten; move or remove it"
      : "is reached through a link that leads out of the output folder; remove the link";
  const code = state === "foreign" ? "foreign-file" : "outside-output";
  return {
    severity: "error",
    code,
    file,
    line: 1,
    column: 1,
    pointer: "",
    message: `${file}: ${problem}`,
  };
}

function byPlace(one: FilePlace, two: FilePlace): number {
  return `${one.folder}/${one.path}` < `${two.folder}/${two.path}` ? -1 : 1;
}
