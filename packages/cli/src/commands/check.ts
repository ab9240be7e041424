// `lockstep check`: fails when generated code is not what the contracts say.
import type { Diagnostic, FilePlace } from "@lockstep/codegen";
import { findUpToDate } from "@lockstep/codegen/lock";
import type { Command } from "commander";
import { addContractOptions, type ContractOptions } from "../contract-options.ts";
import { exitCode } from "../exit-code.ts";
import type { Contract } from "../root-contract.ts";
import type { Finish } from "../run.ts";
import { type Outcome, runContracts } from "../run-contracts.ts";
import type { Terminal } from "../terminal.ts";

export function addCheckCommand(program: Command, terminal: Terminal, finish: Finish): void {
  addContractOptions(program.command("check"))
    .description("fail when a contract is invalid or the generated code is not up to date")
    .action((options: ContractOptions) =>
      finish(() => runContracts(options, terminal, (contract) => checkContract(contract, options))),
    );
}

async function checkContract(contract: Contract, { force }: ContractOptions): Promise<Outcome> {
  const result = `${contract.name}: valid, and the generated code is up to date`;
  const known = force ? undefined : await findUpToDate(contract);
  if (known !== undefined) return { code: exitCode.ok, diagnostics: known.diagnostics, result };
  const { check } = await import("@lockstep/codegen");
  const { stale, missing, orphaned, diagnostics } = await check(contract);
  const outdated = [
    ...describe(stale, "stale-file", "is not what the contract gives"),
    ...describe(missing, "missing-file", "is not there"),
    ...describe(orphaned, "orphaned-file", "is no longer generated"),
  ];
  const all = [...diagnostics, ...outdated];
  if (diagnostics.some(({ severity }) => severity === "error")) {
    return { code: exitCode.invalidDocument, diagnostics: all };
  }
  if (outdated.length > 0) {
    const advice = `mend it with: ${contract.advice}`;
    return { code: exitCode.stale, diagnostics: all, advice };
  }
  return { code: exitCode.ok, diagnostics: all, result };
}

function describe(places: readonly FilePlace[], code: string, problem: string): Diagnostic[] {
  return places.map(({ folder, path }) => {
    const file = `${folder}/${path}`;
    const place = { file, line: 1, column: 1, pointer: "" };
    return { severity: "error", code, ...place, message: `${file} ${problem}` };
  });
}
