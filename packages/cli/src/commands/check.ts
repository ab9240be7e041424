// `lockstep check`: fails when generated code is not what the contracts say.
import { findUpToDate, hasError } from "@lockstep/codegen/lock";
import type { Command } from "commander";
import { addContractOptions, type ContractOptions } from "../contract-options.ts";
import { describeOutdated } from "../describe-outdated.ts";
import { type ExitCode, exitCode } from "../exit-code.ts";
import { commandLine } from "../generate-command.ts";
import { isSunsetNear, judgeSunsets, todayInUtc } from "../judge-sunsets.ts";
import type { Contract } from "../root-contract.ts";
import type { Finish } from "../run.ts";
import { runCold } from "../run-cold.ts";
import { joinOutcomes, type Outcome, runContracts } from "../run-contracts.ts";
import type { Terminal } from "../terminal.ts";
import { todayOption } from "../today-option.ts";

interface CheckCommandOptions extends ContractOptions {
  readonly against?: string;
  readonly today?: string;
  readonly writeChangeset?: true;
}

export function addCheckCommand(program: Command, terminal: Terminal, finish: Finish): void {
  addContractOptions(program.command("check"))
    .description("fail when a contract is invalid or the generated code is not up to date")
    .addOption(todayOption())
    .option(
      "--against <ref-or-file>",
      "fail too when a change since then breaks somebody, or is not declared by a changeset; of a ref, since HEAD left it",
    )
    .option("--write-changeset", "with --against: write the changeset that is missing")
    .action((options: CheckCommandOptions) => finish(() => runCheck(options, terminal)));
}

async function runCheck(options: CheckCommandOptions, terminal: Terminal): Promise<ExitCode> {
  const { against, today = todayInUtc(), writeChangeset = false } = options;
  if (writeChangeset && against === undefined) {
    terminal.err("--write-changeset: it needs something to compare with; name it by --against\n");
    return exitCode.usage;
  }
  return runContracts(options, terminal, async (contract, contractCount) => {
    const checked = await checkContract(contract, options);
    const isLoaded = checked.code !== exitCode.invalidDocument;
    if (against === undefined || !isLoaded) return checked;
    const { compareContract } = await import("../against/compare-contract.ts");
    const { config, input, output, only } = options;
    const asked = { config, input, output, only, against };
    const compared = await compareContract(contract, {
      against,
      contractCount,
      writeChangeset,
      writeCommand: `${commandLine("check", asked)} --write-changeset`,
      today,
      here: terminal.cwd,
    });
    return joinOutcomes(checked, compared);
  });
}

async function checkContract(
  contract: Contract,
  { force, today = todayInUtc() }: CheckCommandOptions,
): Promise<Outcome> {
  const result = `${contract.name}: valid, and the generated code is up to date`;
  const known = force ? undefined : await findUpToDate(contract);
  // where a sunset is near, its place is to be told, and the lock knows the days alone
  if (known !== undefined && !known.sunsets.some((day) => isSunsetNear(day, today))) {
    return { code: exitCode.ok, diagnostics: known.diagnostics, result };
  }
  const { diagnostics, sunsets, ...files } = await runCold(async (validator) => {
    const { check } = await import("@lockstep/codegen");
    return check({ ...contract, validator });
  });
  const outdated = describeOutdated(files);
  const ended = judgeSunsets(sunsets, today);
  const all = [...diagnostics, ...ended, ...outdated];
  if (hasError(diagnostics)) {
    return { code: exitCode.invalidDocument, diagnostics: all };
  }
  if (outdated.length > 0) {
    const advice = `mend it with: ${contract.advice}`;
    return { code: exitCode.stale, diagnostics: all, advice };
  }
  if (hasError(ended)) return { code: exitCode.breaking, diagnostics: all };
  return { code: exitCode.ok, diagnostics: all, result };
}
