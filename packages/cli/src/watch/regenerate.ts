// One run of `--watch`: written first, judged in full behind that.
import {
  type Diagnostic,
  generate,
  type Memory,
  sortDiagnostics,
  writeFiles,
} from "@lockstep/codegen";
import { hasError, writeLock } from "@lockstep/codegen/lock";
import { plural } from "../plural.ts";
import type { Contract } from "../root-contract.ts";

export interface Tell {
  readonly line: (text: string) => void;
  readonly findings: (diagnostics: readonly Diagnostic[]) => void;
}

export interface Run {
  /** Files to follow. */
  readonly sources: readonly string[];
  /** Judges in full what was written, tells all findings, and keeps the lock; rejects once `signal` is aborted. */
  readonly judge: (signal: AbortSignal) => Promise<void>;
  /** Tells why nothing was written; absent where all was. */
  readonly tellRefusal?: () => void;
}

/** Writes, and tells one line for what is written. Never rejects for what the document says. */
export async function regenerate(contract: Contract, memory: Memory, tell: Tell): Promise<Run> {
  const start = performance.now();
  const { name, cwd } = contract;
  const { files, folders, diagnostics, judge, sources, sunsets } = await generate({
    ...contract,
    memory,
    validate: false,
  });
  const refuse = (found: readonly Diagnostic[]): Run => ({
    sources,
    judge: async () => undefined,
    tellRefusal: () => {
      tell.findings(found);
      tell.line(`${name}: not written; waiting for a change`);
    },
  });
  if (hasError(diagnostics)) return refuse(diagnostics);
  const { written, removed, diagnostics: refused } = await writeFiles({ files, folders, cwd });
  if (hasError(refused)) return refuse([...diagnostics, ...refused]);
  const milliseconds = Math.round(performance.now() - start);
  const counts = `${plural(files.length, "file")}, ${written.length} written, ${removed.length} removed`;
  tell.line(`${name}: ${counts} in ${milliseconds} ms`);
  return {
    sources,
    judge: async (signal) => {
      const full = sortDiagnostics([...diagnostics, ...(await judge(signal))]);
      tell.findings(full);
      if (!hasError(full)) await writeLock(contract, { sources, diagnostics: full, sunsets });
    },
  };
}
