// `lockstep check`: fails when generated code is not what the contract says.
import { check, type Diagnostic, type FilePlace } from "@lockstep/codegen";
import type { Command } from "commander";
import { addContractOptions, type ContractOptions, resolveContract } from "../contract-options.ts";
import { type ExitCode, exitCode } from "../exit-code.ts";
import { printDiagnostics } from "../format-diagnostics.ts";
import type { Finish } from "../run.ts";
import type { Terminal } from "../terminal.ts";

export function addCheckCommand(program: Command, terminal: Terminal, finish: Finish): void {
  addContractOptions(program.command("check"))
    .description("fail when the contract is invalid or the generated code is not up to date")
    .action((options: ContractOptions) => finish(() => runCheck(options, terminal)));
}

async function runCheck(options: ContractOptions, terminal: Terminal): Promise<ExitCode> {
  const contract = resolveContract(options, terminal.cwd);
  const { stale, missing, orphaned, diagnostics } = await check(contract);
  const outdated = [
    ...describe(stale, "stale-file", "is not what the contract gives"),
    ...describe(missing, "missing-file", "is not there"),
    ...describe(orphaned, "orphaned-file", "is no longer generated"),
  ];
  printDiagnostics([...diagnostics, ...outdated], options.format, terminal);
  if (diagnostics.some(({ severity }) => severity === "error")) return exitCode.invalidDocument;
  if (outdated.length > 0) {
    terminal.err(`mend it with: ${contract.command}\n`);
    return exitCode.stale;
  }
  if (options.format === "text") {
    terminal.out(`${contract.input}: valid, and the generated code is up to date\n`);
  }
  return exitCode.ok;
}

function describe(places: readonly FilePlace[], code: string, problem: string): Diagnostic[] {
  return places.map(({ folder, path }) => {
    const file = `${folder}/${path}`;
    return {
      severity: "error",
      code,
      file,
      line: 1,
      column: 1,
      pointer: "",
      message: `${file} ${problem}`,
    };
  });
}
