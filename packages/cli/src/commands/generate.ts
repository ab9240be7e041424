// `lockstep generate`: writes the typed code of the contracts.
import { findUpToDate, hasError, writeLock } from "@lockstep/codegen/lock";
import type { Command } from "commander";
import { addContractOptions, type ContractOptions } from "../contract-options.ts";
import { type ExitCode, exitCode } from "../exit-code.ts";
import { plural } from "../plural.ts";
import type { Contract } from "../root-contract.ts";
import type { Finish } from "../run.ts";
import { runCold } from "../run-cold.ts";
import { type Outcome, runContracts } from "../run-contracts.ts";
import type { Terminal } from "../terminal.ts";

interface GenerateCommandOptions extends ContractOptions {
  readonly watch?: true;
}

export function addGenerateCommand(program: Command, terminal: Terminal, finish: Finish): void {
  addContractOptions(program.command("generate"))
    .description("write typed events, publishers and subscribers of the contracts")
    .option("--watch", "do it again whenever a document changes; Ctrl-C stops it")
    .action((options: GenerateCommandOptions) => finish(() => runGenerate(options, terminal)));
}

async function runGenerate(options: GenerateCommandOptions, terminal: Terminal): Promise<ExitCode> {
  if (options.watch) {
    const { watchContracts } = await import("../watch/watch-contracts.ts");
    return watchContracts(options, terminal);
  }
  return runContracts(options, terminal, (contract) => generateContract(contract, options));
}

async function generateContract(contract: Contract, { force }: ContractOptions): Promise<Outcome> {
  const known = force ? undefined : await findUpToDate(contract);
  if (known !== undefined) {
    const { diagnostics, fileCount } = known;
    const result = describe(contract, { files: fileCount, written: 0, removed: 0 });
    return { code: exitCode.ok, diagnostics, result };
  }
  const { files, folders, diagnostics, sources, sunsets } = await runCold(async (validator) => {
    const { generate } = await import("@lockstep/codegen");
    return generate({ ...contract, validator });
  });
  if (hasError(diagnostics)) return { code: exitCode.invalidDocument, diagnostics };
  const { writeFiles } = await import("@lockstep/codegen");
  const {
    written,
    removed,
    diagnostics: refused,
  } = await writeFiles({
    files,
    folders,
    cwd: contract.cwd,
  });
  const all = [...diagnostics, ...refused];
  if (hasError(refused)) return { code: exitCode.failure, diagnostics: all };
  await writeLock(contract, { sources, diagnostics, sunsets });
  const counts = { files: files.length, written: written.length, removed: removed.length };
  return { code: exitCode.ok, diagnostics: all, result: describe(contract, counts) };
}

interface Counts {
  readonly files: number;
  readonly written: number;
  readonly removed: number;
}

function describe({ name }: Contract, { files, written, removed }: Counts): string {
  const unchanged = files - written;
  return `${name}: ${plural(files, "file")}, ${written} written, ${unchanged} unchanged, ${removed} removed`;
}
