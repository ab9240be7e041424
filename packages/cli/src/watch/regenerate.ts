// One run of `--watch`: written first, judged in full behind that.
import {
  type Diagnostic,
  generate,
  loadContract,
  type ParsedFiles,
  sortDiagnostics,
  writeFiles,
} from "@lockstep/codegen";
import { writeLock } from "@lockstep/codegen/lock";
import { plural } from "../plural.ts";
import type { Contract } from "../root-contract.ts";

export type Tell = (line: string, diagnostics: readonly Diagnostic[]) => void;

/** Tells one line for the run, and answers the files to follow. Never rejects for what the document says. */
export async function regenerate(
  contract: Contract,
  parsed: ParsedFiles,
  tell: Tell,
): Promise<readonly string[]> {
  const start = performance.now();
  const { name, cwd } = contract;
  const { files, folders, diagnostics, sources, sunsets } = await generate({
    ...contract,
    parsed,
    validate: false,
  });
  if (hasError(diagnostics)) {
    tell(`${name}: not written; waiting for a change`, diagnostics);
    return sources;
  }
  const { written, removed, diagnostics: refused } = await writeFiles({ files, folders, cwd });
  const milliseconds = Math.round(performance.now() - start);
  const counts = `${plural(files.length, "file")}, ${written.length} written, ${removed.length} removed`;
  const line = hasError(refused)
    ? "not written; waiting for a change"
    : `${counts} in ${milliseconds} ms`;
  // the planner's findings are those of the first, the official parser's those of the second
  const full = sortDiagnostics([...diagnostics, ...(await judgeInFull(contract, parsed))]);
  tell(`${name}: ${line}`, [...full, ...refused]);
  if (!hasError([...full, ...refused])) {
    await writeLock(contract, { sources, diagnostics: full, sunsets });
  }
  return sources;
}

async function judgeInFull(
  { input, cwd, only, remote }: Contract,
  parsed: ParsedFiles,
): Promise<readonly Diagnostic[]> {
  const { diagnostics } = await loadContract(input, {
    cwd,
    lint: only !== "events",
    parsed,
    remote,
  });
  return diagnostics;
}

function hasError(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some(({ severity }) => severity === "error");
}
