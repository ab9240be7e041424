// `check --against`: what has changed in a contract, who breaks by it, and whether a changeset says so.
import { exitCode } from "../exit-code.ts";
import type { Contract } from "../root-contract.ts";
import type { Outcome } from "../run-contracts.ts";
import { judgeChanges } from "./judge-changes.ts";
import { type OpenPastOptions, openPast } from "./open-past.ts";

export interface CompareOptions extends OpenPastOptions {
  /** Whether to write the changeset that is missing. */
  readonly writeChangeset: boolean;
  /** What a person types to have it written. */
  readonly writeCommand: string;
  /** `YYYY-MM-DD`, in UTC. */
  readonly today: string;
}

/** Compares a valid contract with its past. */
export async function compareContract(
  contract: Contract,
  options: CompareOptions,
): Promise<Outcome> {
  const { cwd, input, name, only, remote } = contract;
  const past = await openPast(contract, options);
  if (past.state === "refused") return past.outcome;
  if (past.state === "absent") {
    const result = `${name}: not in ${past.since}, so it is new, and nobody breaks`;
    return { code: exitCode.ok, diagnostics: [], result };
  }
  const { diffContracts, loadContract } = await import("@lockstep/codegen");
  const isPusher = only !== "events";
  // the official parser has judged it before
  const after = await loadContract(input, { cwd, remote, lint: isPusher, validate: false });
  if (after.model === undefined) {
    return { code: exitCode.invalidDocument, diagnostics: after.diagnostics };
  }
  const diff = diffContracts(past.model, after.model, { today: options.today });
  const { baseline, since, nameOf } = past;
  return judgeChanges(diff, { ...options, contract, baseline, since, nameOf });
}
