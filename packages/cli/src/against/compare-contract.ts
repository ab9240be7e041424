// `check --against`: what has changed in a contract, who breaks by it, and whether a changeset says so.
import { exitCode } from "../exit-code.ts";
import { GitError } from "../git/run-git.ts";
import type { Contract } from "../root-contract.ts";
import type { Outcome } from "../run-contracts.ts";
import { type Baseline, findBaseline } from "./baseline.ts";
import { findPastDocument } from "./find-past-document.ts";
import { judgeChanges } from "./judge-changes.ts";
import { loadPastContract } from "./load-past-contract.ts";

export interface CompareOptions {
  /** A file, `<ref>` or `<ref>:<path>`. */
  readonly against: string;
  /** How many contracts are compared with it. */
  readonly contractCount: number;
  /** Whether to write the changeset that is missing. */
  readonly writeChangeset: boolean;
  /** What a person types to have it written. */
  readonly writeCommand: string;
  /** `YYYY-MM-DD`, in UTC. */
  readonly today: string;
  /** Where a person stands. */
  readonly here: string;
}

/** Compares a valid contract with its past. */
export async function compareContract(
  contract: Contract,
  options: CompareOptions,
): Promise<Outcome> {
  try {
    return await compare(contract, options);
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    return refuse(options, error.message);
  }
}

async function compare(contract: Contract, options: CompareOptions): Promise<Outcome> {
  const { cwd, input, name, only, remote } = contract;
  const named = await findBaseline(options.against, contract, options.here);
  const isOne = named.kind === "file" || named.isNamed;
  if (isOne && options.contractCount > 1) {
    const problem = `it is one document, and the config holds ${options.contractCount} contracts; name a ref`;
    return refuse(options, problem);
  }
  const found = await findPastDocument(named, cwd);
  if (found.state === "unclear") return refuse(options, found.problem);
  if (found.state === "absent") {
    const result = `${name}: not in ${named.description}, so it is new, and nobody breaks`;
    return { code: exitCode.ok, diagnostics: [], result };
  }
  const { baseline } = found;
  const before = await loadPastContract(contract, baseline, options.here);
  if (before.model === undefined) {
    const advice = `no verdict: the contract in ${named.description} is invalid itself; compare with one that is valid`;
    const placed = before.diagnostics.filter(({ severity }) => severity === "error");
    return { code: exitCode.invalidDocument, diagnostics: [], placed, advice };
  }
  const { diffContracts, loadContract } = await import("@lockstep/codegen");
  const isPusher = only !== "events";
  // the official parser has judged it before
  const after = await loadContract(input, { cwd, remote, lint: isPusher, validate: false });
  if (after.model === undefined) {
    return { code: exitCode.invalidDocument, diagnostics: after.diagnostics };
  }
  const diff = diffContracts(before.model, after.model, { today: options.today });
  const since = describePast(baseline, named);
  return judgeChanges(diff, { ...options, contract, baseline, since, nameOf: before.nameOf });
}

function describePast(baseline: Baseline, named: Baseline): string {
  const { description, path } = baseline;
  return path === named.path ? description : `${description}, where it was ${path}`;
}

function refuse({ against }: CompareOptions, problem: string): Outcome {
  return { code: exitCode.usage, diagnostics: [], advice: `--against ${against}: ${problem}` };
}
