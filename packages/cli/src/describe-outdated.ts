// What is out of date, as findings.
import type { Diagnostic, FilePlace } from "@lockstep/codegen";
import { wholeFile } from "./diagnostics.ts";

export interface Outdated {
  readonly stale: readonly FilePlace[];
  readonly missing: readonly FilePlace[];
  readonly orphaned: readonly FilePlace[];
}

/** An error for each file. */
export function describeOutdated({ stale, missing, orphaned }: Outdated): readonly Diagnostic[] {
  return [
    ...describe(stale, "stale-file", "is not what the contract gives"),
    ...describe(missing, "missing-file", "is not there"),
    ...describe(orphaned, "orphaned-file", "is no longer generated"),
  ];
}

function describe(places: readonly FilePlace[], code: string, problem: string): Diagnostic[] {
  return places.map(({ folder, path }) => {
    const file = `${folder}/${path}`;
    return { severity: "error", code, ...wholeFile(file), message: `${file} ${problem}` };
  });
}
