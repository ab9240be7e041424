// `lockstep diff`: what differs between two documents, and who breaks by it.
import { resolve } from "node:path";
import type { ContractModel, Diagnostic, Only } from "@lockstep/codegen";
import { type Command, Option } from "commander";
import { type DiffFormat, diffFormats, printDiff } from "../diff/print-diff.ts";
import { type ExitCode, exitCode } from "../exit-code.ts";
import { printDiagnostics } from "../format-diagnostics.ts";
import { todayInUtc } from "../judge-sunsets.ts";
import type { Finish } from "../run.ts";
import type { Terminal } from "../terminal.ts";
import { todayOption } from "../today-option.ts";

interface DiffCommandOptions {
  readonly format: DiffFormat;
  readonly only?: Only;
  readonly today?: string;
  readonly writeChangeset?: true;
}

export function addDiffCommand(program: Command, terminal: Terminal, finish: Finish): void {
  program
    .command("diff <before> <after>")
    .description("compare two AsyncAPI documents by meaning; end with 5 if somebody breaks")
    .addOption(
      new Option("--format <format>", "how changes are told").choices(diffFormats).default("text"),
    )
    .addOption(
      new Option("--only <part>", "documents of any transport, without Pusher's rules").choices([
        "events",
      ]),
    )
    .addOption(todayOption())
    .option("--write-changeset", "write the changeset for the packages of the newer document")
    .action((before: string, after: string, options: DiffCommandOptions) =>
      finish(() => runDiff([before, after], options, terminal)),
    );
}

async function runDiff(
  files: readonly [before: string, after: string],
  { format, only, today = todayInUtc(), writeChangeset }: DiffCommandOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const { diffContracts, sortDiagnostics } = await import("@lockstep/codegen");
  const [before, after] = await Promise.all(files.map((file) => load(file, only, terminal.cwd)));
  const diagnostics = [...(before?.diagnostics ?? []), ...(after?.diagnostics ?? [])];
  if (before?.model === undefined || after?.model === undefined) {
    // a program that reads SARIF is told by the exit code, a person by the text
    printDiagnostics(sortDiagnostics(diagnostics), format === "sarif" ? "text" : format, terminal);
    return exitCode.invalidDocument;
  }
  const diff = diffContracts(before.model, after.model, { today });
  await printDiff(diff, format, terminal);
  const { declareDiff } = await import("../diff/declare-diff.ts");
  const declared = writeChangeset ? await declareDiff(diff, files[1], terminal) : exitCode.ok;
  if (declared !== exitCode.ok) return declared;
  return diff.breaking ? exitCode.breaking : exitCode.ok;
}

async function load(
  file: string,
  only: Only | undefined,
  cwd: string,
): Promise<{ readonly model?: ContractModel; readonly diagnostics: readonly Diagnostic[] }> {
  const { loadContract } = await import("@lockstep/codegen");
  return loadContract(resolve(cwd, file), { cwd, lint: only !== "events" });
}
