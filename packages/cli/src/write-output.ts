// Writing what a command makes into its folder, and telling what was done.
import type { Diagnostic, GeneratedFile } from "@lockstep/codegen";
import { exitCode } from "./exit-code.ts";
import { plural } from "./plural.ts";
import type { Outcome } from "./run-contracts.ts";

export interface WriteOutputOptions {
  readonly files: readonly GeneratedFile[];
  readonly folders: readonly string[];
  /** What was found before. */
  readonly diagnostics: readonly Diagnostic[];
  /** Which files of the folder are this command's, by name. */
  readonly names: RegExp;
  readonly cwd: string;
  /** What the files are made of, for a person. */
  readonly name: string;
}

/** No file of another hand is overwritten or removed: then nothing is written at all. */
export async function writeOutput({
  files,
  folders,
  diagnostics,
  names,
  cwd,
  name,
}: WriteOutputOptions): Promise<Outcome> {
  const { writeFiles } = await import("@lockstep/codegen");
  const done = await writeFiles({ files, folders, cwd, names });
  const all = [...diagnostics, ...done.diagnostics];
  if (done.diagnostics.length > 0) return { code: exitCode.failure, diagnostics: all };
  const { written, removed } = done;
  const unchanged = files.length - written.length;
  const counts = `${written.length} written, ${unchanged} unchanged, ${removed.length} removed`;
  const result = `${name}: ${plural(files.length, "file")} in ${folders.join()}, ${counts}`;
  return { code: exitCode.ok, diagnostics: all, result };
}
