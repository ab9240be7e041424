// Whether the generated files on the disk are those that the document gives.
import { type Diagnostic, hasError } from "./diagnostic.ts";
import { type GenerateOptions, generate } from "./generate.ts";
import type { SunsetModel } from "./model/contract-model.ts";
import { compareFiles, type FilePlace } from "./write/compare-files.ts";

export interface CheckResult {
  /** Nothing is missing, stale or orphaned, and no diagnostic is an error. */
  readonly isCurrent: boolean;
  /** Generated files that are not there. */
  readonly missing: readonly FilePlace[];
  /** Generated files whose text is another. */
  readonly stale: readonly FilePlace[];
  /** Files of ours that the document no longer gives. */
  readonly orphaned: readonly FilePlace[];
  readonly diagnostics: readonly Diagnostic[];
  /** Every document that was read. */
  readonly sources: readonly string[];
  /** When parts of the contract end; whether that is too soon is for the caller to judge. */
  readonly sunsets: readonly SunsetModel[];
}

/** Reads only. Takes the options that `generate` takes. */
export async function check(options: GenerateOptions): Promise<CheckResult> {
  const { cwd = process.cwd() } = options;
  const { files, folders, diagnostics, sources, sunsets } = await generate(options);
  if (hasError(diagnostics)) {
    const nowhere = { missing: [], stale: [], orphaned: [] };
    return { isCurrent: false, ...nowhere, diagnostics, sources, sunsets };
  }
  const { missing, stale, orphaned, diagnostics: found } = compareFiles({ files, folders, cwd });
  const isCurrent = missing.length + stale.length + orphaned.length + found.length === 0;
  return {
    isCurrent,
    missing: missing.map(placeOf),
    stale: stale.map(placeOf),
    orphaned,
    diagnostics: [...diagnostics, ...found],
    sources,
    sunsets,
  };
}

function placeOf({ folder, path }: FilePlace): FilePlace {
  return { folder, path };
}
