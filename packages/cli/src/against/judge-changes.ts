// The verdict on what has changed: whether it is declared, and what is to be written where it is not.
import { posix } from "node:path";
import type { Change, ContractDiff, Diagnostic } from "@lockstep/codegen";
import { type Declarations, judgeDeclarations } from "../changesets/judge-declarations.ts";
import { writeChangeset } from "../changesets/write-changeset.ts";
import { wholeFile } from "../diagnostics.ts";
import { exitCode } from "../exit-code.ts";
import { readPastFile } from "../git/read-past-tree.ts";
import { movePath } from "../project-root.ts";
import type { Contract } from "../root-contract.ts";
import type { Outcome } from "../run-contracts.ts";
import { judgeAcceptedBreaks, lineFor } from "./accepted-breaks.ts";
import type { Baseline } from "./baseline.ts";
import { describeDeclarations } from "./describe-declarations.ts";
import { describeVerdict } from "./describe-verdict.ts";

export interface JudgeChangesOptions {
  readonly contract: Contract;
  readonly baseline: Baseline;
  /** For a person: the past. */
  readonly since: string;
  /** What a person knows a file of the past by; `undefined` for any other. */
  readonly nameOf: (file: string) => string | undefined;
  readonly writeChangeset: boolean;
  readonly writeCommand: string;
  /** `YYYY-MM-DD`, in UTC. */
  readonly today: string;
  /** Where a person stands. */
  readonly here: string;
}

/** Passes what changesets declare; single breaks need a line of the config besides. */
export async function judgeChanges(
  diff: ContractDiff,
  options: JudgeChangesOptions,
): Promise<Outcome> {
  const { contract, baseline, since, today, writeCommand } = options;
  const { cwd } = contract;
  const readPast = async (path: string): Promise<string | undefined> => {
    if (baseline.kind === "file") return undefined;
    const { tree } = baseline;
    const place = posix.join(tree.prefix, movePath(path, { from: cwd, to: cwd }));
    return readPastFile(tree, place, cwd).catch(() => undefined);
  };
  const judge = (): Promise<Declarations> =>
    judgeDeclarations(diff, { contract, readPast, here: options.here });
  let declarations = await judge();
  const written = options.writeChangeset ? writeChangeset(contract.input, declarations) : undefined;
  if (written !== undefined) declarations = await judge();
  const undeclared = describeDeclarations(diff, declarations, writeCommand);
  const { unaccepted, warnings } = judgeAcceptedBreaks(diff.changes, contract.accept ?? [], today);

  const isDeclared = undeclared.diagnostics.length === 0;
  const isRefused = (change: Change): boolean =>
    unaccepted.includes(change) || (change.level === "error" && !isDeclared);
  const changes = diff.changes.map((change) =>
    toDiagnostic(change, { isRefused: isRefused(change), nameOf: options.nameOf }),
  );
  const isPassed = isDeclared && unaccepted.length === 0;
  const { name, input, configFile = input } = contract;
  const lines = unaccepted.map((change) => `accept it in the config: ${lineFor(change, today)}`);
  const note = written === undefined ? [] : [`wrote ${written}`];
  const result = isPassed ? [describeVerdict(diff, { name, since, declarations })] : [];
  return {
    code: isPassed ? exitCode.ok : exitCode.breaking,
    diagnostics: [...changes, ...warnings.map((message) => warningAbout(configFile, message))],
    placed: undeclared.diagnostics,
    ...textOf("advice", [...undeclared.advice, ...lines]),
    ...textOf("result", [...note, ...result]),
  };
}

function textOf<Key extends string>(
  key: Key,
  lines: readonly string[],
): Partial<Record<Key, string>> {
  return lines.length === 0 ? {} : ({ [key]: lines.join("\n") } as Record<Key, string>);
}

function toDiagnostic(
  change: Change,
  { isRefused, nameOf }: Pick<JudgeChangesOptions, "nameOf"> & { readonly isRefused: boolean },
): Diagnostic {
  const { rule, file, line, column, pointer, message, advice, level, isGone, before } = change;
  const severity = level === "error" && !isRefused ? "warning" : level;
  const place = { file, line, column, pointer };
  const way = isRefused && advice !== undefined ? `; ${advice}` : "";
  const was =
    isGone && before
      ? `; it was at ${nameOf(before.file) ?? before.file}:${before.line}:${before.column}`
      : "";
  return { severity, code: rule, ...place, message: message + was + way };
}

function warningAbout(file: string, message: string): Diagnostic {
  return { severity: "warning", code: "accept", ...wholeFile(file), message };
}
