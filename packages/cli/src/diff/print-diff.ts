// How a diff is told: to a person, to a program, beside the lines on GitHub, to code scanning.
import type { Change, ContractDiff, Diagnostic } from "@lockstep/codegen";
import { printDiagnostics } from "../format-diagnostics.ts";
import type { Terminal } from "../terminal.ts";
import { formatDiff } from "./format-diff.ts";
import { sarifOf } from "./sarif.ts";

export const diffFormats = ["text", "json", "github", "sarif"] as const;
export type DiffFormat = (typeof diffFormats)[number];

/** Prints the whole of it as a result. */
export async function printDiff(
  diff: ContractDiff,
  format: DiffFormat,
  terminal: Terminal,
): Promise<void> {
  switch (format) {
    case "json":
      terminal.out(`${JSON.stringify(diff, null, 2)}\n`);
      return;
    case "github":
      printDiagnostics(diff.changes.map(toDiagnostic), format, terminal);
      return;
    case "sarif": {
      const { diffRules } = await import("@lockstep/codegen");
      terminal.out(`${JSON.stringify(sarifOf(diff, diffRules), null, 2)}\n`);
      return;
    }
    case "text":
      terminal.out(formatDiff(diff));
  }
}

function toDiagnostic({ rule, level, advice, ...change }: Change): Diagnostic {
  const { file, line, column, pointer, message } = change;
  const place = { file, line, column, pointer };
  const way = advice === undefined ? "" : `; ${advice}`;
  return { severity: level, code: rule, ...place, message: message + way };
}
