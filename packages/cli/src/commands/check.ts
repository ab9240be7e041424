// `lockstep check`: fails when generated code is not what the contracts say.
import type { Diagnostic, FilePlace } from "@lockstep/codegen";
import { findUpToDate, isDay } from "@lockstep/codegen/lock";
import { type Command, InvalidArgumentError } from "commander";
import { addContractOptions, type ContractOptions } from "../contract-options.ts";
import { exitCode } from "../exit-code.ts";
import { judgeSunsets, todayInUtc } from "../judge-sunsets.ts";
import type { Contract } from "../root-contract.ts";
import type { Finish } from "../run.ts";
import { type Outcome, runContracts } from "../run-contracts.ts";
import type { Terminal } from "../terminal.ts";

interface CheckCommandOptions extends ContractOptions {
  readonly today?: string;
}

export function addCheckCommand(program: Command, terminal: Terminal, finish: Finish): void {
  addContractOptions(program.command("check"))
    .description("fail when a contract is invalid or the generated code is not up to date")
    .option(
      "--today <day>",
      "the day that sunsets are judged by (default: today, in UTC)",
      parseDay,
    )
    .action((options: CheckCommandOptions) =>
      finish(() => runContracts(options, terminal, (contract) => checkContract(contract, options))),
    );
}

function parseDay(text: string): string {
  if (isDay(text)) return text;
  throw new InvalidArgumentError("It is a day like 2027-06-30.");
}

async function checkContract(
  contract: Contract,
  { force, today = todayInUtc() }: CheckCommandOptions,
): Promise<Outcome> {
  const result = `${contract.name}: valid, and the generated code is up to date`;
  const known = force ? undefined : await findUpToDate(contract);
  if (known !== undefined) {
    const ended = judgeSunsets(known.sunsets, today);
    return settle([...known.diagnostics, ...ended], result);
  }
  const { check } = await import("@lockstep/codegen");
  const { stale, missing, orphaned, diagnostics, sunsets } = await check(contract);
  const outdated = [
    ...describe(stale, "stale-file", "is not what the contract gives"),
    ...describe(missing, "missing-file", "is not there"),
    ...describe(orphaned, "orphaned-file", "is no longer generated"),
  ];
  const all = [...diagnostics, ...judgeSunsets(sunsets, today), ...outdated];
  if (diagnostics.some(({ severity }) => severity === "error")) {
    return { code: exitCode.invalidDocument, diagnostics: all };
  }
  if (outdated.length > 0) {
    const advice = `mend it with: ${contract.advice}`;
    return { code: exitCode.stale, diagnostics: all, advice };
  }
  return settle(all, result);
}

/** What is left to go wrong where the code is that of the contract: that its time is over. */
function settle(diagnostics: readonly Diagnostic[], result: string): Outcome {
  const isOver = diagnostics.some(({ code }) => code === "sunset-passed");
  return isOver
    ? { code: exitCode.breaking, diagnostics }
    : { code: exitCode.ok, diagnostics, result };
}

function describe(places: readonly FilePlace[], code: string, problem: string): Diagnostic[] {
  return places.map(({ folder, path }) => {
    const file = `${folder}/${path}`;
    const place = { file, line: 1, column: 1, pointer: "" };
    return { severity: "error", code, ...place, message: `${file} ${problem}` };
  });
}
