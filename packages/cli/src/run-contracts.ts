// Doing one thing for each contract, and telling the outcome of all of them.
import type { Diagnostic } from "@lockstep/codegen";
import {
  type ContractOptions,
  type ResolvedContracts,
  resolveContracts,
} from "./contract-options.ts";
import { describeAbsence } from "./describe-absence.ts";
import { type ExitCode, exitCode } from "./exit-code.ts";
import { printDiagnostics } from "./format-diagnostics.ts";
import { movePath } from "./project-root.ts";
import type { Contract } from "./root-contract.ts";
import type { Terminal } from "./terminal.ts";

export interface Outcome {
  readonly code: ExitCode;
  /** Files from the root of the contract's project. */
  readonly diagnostics: readonly Diagnostic[];
  /** Findings whose files are named already as a person knows them. */
  readonly placed?: readonly Diagnostic[];
  /** For a person: a result, where it went well. */
  readonly result?: string;
  /** For a person: what mends it, where it did not. */
  readonly advice?: string;
}

/** Answers the outcome that matters most: the lowest exit code that is not 0. */
export async function runContracts(
  options: ContractOptions,
  terminal: Terminal,
  work: (contract: Contract, contractCount: number) => Promise<Outcome>,
): Promise<ExitCode> {
  const resolved: ResolvedContracts = await resolveContracts(options, terminal.cwd);
  if ("problems" in resolved) {
    for (const problem of resolved.problems) terminal.err(`${problem}\n`);
    return exitCode.usage;
  }
  const outcomes: Outcome[] = [];
  for (const contract of resolved.contracts) {
    const {
      diagnostics,
      placed = [],
      ...outcome
    } = await work(contract, resolved.contracts.length);
    const moved = diagnostics.map((one) => fromHere(one, contract.cwd, terminal.cwd));
    outcomes.push({ ...outcome, diagnostics: [...moved, ...placed] });
  }
  tell(outcomes, options, terminal);
  tellAbsence(options, terminal);
  return worstOf(outcomes);
}

/** Says where to go from a folder that has no contract, if it has none. */
export function tellAbsence(options: ContractOptions, terminal: Terminal): void {
  const absence = describeAbsence(options, terminal.cwd);
  if (absence !== undefined && options.format === "text") terminal.err(`${absence}\n`);
}

/** What matters most: the lowest exit code that is not 0. */
function worstOf(outcomes: readonly Outcome[]): ExitCode {
  const codes = outcomes.map(({ code }) => code).filter((code) => code !== exitCode.ok);
  return codes.sort((one, two) => one - two)[0] ?? exitCode.ok;
}

/** The outcome of two things that were done for one contract. */
export function joinOutcomes(one: Outcome, other: Outcome): Outcome {
  const linesOf = (key: "advice" | "result"): readonly string[] =>
    [one[key], other[key]].filter((line) => line !== undefined);
  const [advice, result] = [linesOf("advice"), linesOf("result")];
  return {
    code: worstOf([one, other]),
    diagnostics: [...one.diagnostics, ...other.diagnostics],
    placed: [...(one.placed ?? []), ...(other.placed ?? [])],
    ...(advice.length > 0 && { advice: advice.join("\n") }),
    ...(result.length > 0 && { result: result.join("\n") }),
  };
}

function tell(outcomes: readonly Outcome[], { format }: ContractOptions, terminal: Terminal): void {
  const diagnostics = outcomes.flatMap((outcome) => outcome.diagnostics);
  printDiagnostics(diagnostics, format, terminal);
  for (const advice of new Set(outcomes.map((outcome) => outcome.advice))) {
    if (advice !== undefined) terminal.err(`${advice}\n`);
  }
  if (format !== "text") return;
  for (const { result } of outcomes) if (result !== undefined) terminal.out(`${result}\n`);
}

/** The same finding for whoever stands in another folder than the project's root. */
export function fromHere(diagnostic: Diagnostic, from: string, here: string): Diagnostic {
  if (from === here) return diagnostic;
  const file = movePath(diagnostic.file, { from, to: here });
  return { ...diagnostic, file, message: renameSubject(diagnostic, file) };
}

/** Where a whole file is the subject of a message, it is named as it is in front of it. */
function renameSubject({ file, message }: Diagnostic, renamed: string): string {
  for (const quote of ["", '"']) {
    const subject = `${quote}${file}`;
    if (message.startsWith(subject)) return `${quote}${renamed}${message.slice(subject.length)}`;
  }
  return message;
}
