// The only effect of generation: bringing the output folders to what was generated.
import { mkdirSync, rmdirSync, rmSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import type { Diagnostic } from "../diagnostic.ts";
import { startPhase } from "../phase.ts";
import { type CompareOptions, compareFiles, type FilePlace } from "./compare-files.ts";
import { foldersAbove } from "./output-folder.ts";
import { replaceFile } from "./replace-file.ts";

export interface WriteResult {
  /** Files whose text changed, or that are new; each list is sorted as the files were given. */
  readonly written: readonly FilePlace[];
  /** Files of ours that are no longer generated. */
  readonly removed: readonly FilePlace[];
  /** Where one is an error, nothing was written or removed. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Writes what changed and removes what is no longer generated, with the folders that this leaves empty. A file without
 * our first line is never overwritten or removed, and nothing outside the output folders is touched. Each file is
 * replaced at once, so that a reader never sees half of it.
 */
export async function writeFiles(options: CompareOptions): Promise<WriteResult> {
  const endWrite = startPhase("write");
  const { missing, stale, orphaned, diagnostics } = compareFiles(options);
  if (diagnostics.length > 0) return { written: [], removed: [], diagnostics };
  const toWrite = new Set([...missing, ...stale]);
  const changed = options.files.filter((file) => toWrite.has(file));
  const targets = changed.map(({ folder, path, text }) => ({
    target: join(resolve(options.cwd, folder), path),
    text,
  }));
  for (const above of new Set(targets.map(({ target }) => dirname(target)))) {
    mkdirSync(above, { recursive: true });
  }
  for (const { target, text } of targets) replaceFile(target, text);
  for (const { folder, path } of orphaned) removeFile(resolve(options.cwd, folder), path);
  endWrite();
  return {
    written: changed.map(({ folder, path }) => ({ folder, path })),
    removed: orphaned,
    diagnostics,
  };
}

function removeFile(folder: string, path: string): void {
  rmSync(join(folder, path), { force: true });
  for (const above of foldersAbove(path)) {
    try {
      rmdirSync(join(folder, above));
    } catch {
      // something else is in it
      return;
    }
  }
}
