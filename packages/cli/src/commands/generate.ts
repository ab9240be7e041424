// `lockstep generate`: writes the typed code of a contract.
import { type Diagnostic, generate, writeFiles } from "@lockstep/codegen";
import type { Command } from "commander";
import { addContractOptions, type ContractOptions, resolveContract } from "../contract-options.ts";
import { type ExitCode, exitCode } from "../exit-code.ts";
import { printDiagnostics } from "../format-diagnostics.ts";
import { plural } from "../plural.ts";
import type { Finish } from "../run.ts";
import type { Terminal } from "../terminal.ts";

export function addGenerateCommand(program: Command, terminal: Terminal, finish: Finish): void {
  addContractOptions(program.command("generate"))
    .description("write typed events, publishers and subscribers of a contract")
    .action((options: ContractOptions) => finish(() => runGenerate(options, terminal)));
}

async function runGenerate(options: ContractOptions, terminal: Terminal): Promise<ExitCode> {
  const contract = resolveContract(options, terminal.cwd);
  const { files, folders, diagnostics } = await generate(contract);
  if (hasError(diagnostics)) {
    printDiagnostics(diagnostics, options.format, terminal);
    return exitCode.invalidDocument;
  }
  const result = await writeFiles({ files, folders, cwd: terminal.cwd });
  printDiagnostics([...diagnostics, ...result.diagnostics], options.format, terminal);
  if (hasError(result.diagnostics)) return exitCode.failure;
  if (options.format === "text") {
    const { written, removed } = result;
    terminal.out(
      `${contract.input}: ${plural(files.length, "file")}, ${written.length} written, ` +
        `${files.length - written.length} unchanged, ${removed.length} removed\n`,
    );
  }
  return exitCode.ok;
}

function hasError(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some(({ severity }) => severity === "error");
}
