// What `--against` names, as a model: found, read and judged.
import type { ContractModel } from "@lockstep/codegen";
import { exitCode } from "../exit-code.ts";
import { GitError } from "../git/run-git.ts";
import type { Contract } from "../root-contract.ts";
import type { Outcome } from "../run-contracts.ts";
import { withoutControls } from "../terminal.ts";
import { type Baseline, findBaseline } from "./baseline.ts";
import { findPastDocument } from "./find-past-document.ts";
import { loadPastContract, type PastContract } from "./load-past-contract.ts";

export interface OpenPastOptions {
  /** A file, `<ref>` or `<ref>:<path>`. */
  readonly against: string;
  /** How many contracts are compared with it. */
  readonly contractCount: number;
  /** Where a person stands. */
  readonly here: string;
}

export type Past =
  | {
      readonly state: "found";
      readonly model: ContractModel;
      readonly nameOf: PastContract["nameOf"];
      readonly baseline: Baseline;
      /** For a person. */
      readonly since: string;
    }
  /** The contract was not there yet. */
  | { readonly state: "absent"; readonly since: string }
  /** There is nothing to compare with, and the outcome says why. */
  | { readonly state: "refused"; readonly outcome: Outcome };

export async function openPast(contract: Contract, options: OpenPastOptions): Promise<Past> {
  try {
    return await open(contract, options);
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    return refuse(options, error.message);
  }
}

async function open(contract: Contract, options: OpenPastOptions): Promise<Past> {
  const named = await findBaseline(options.against, contract, options.here);
  const isOne = named.kind === "file" || named.isNamed;
  if (isOne && options.contractCount > 1) {
    const problem = `it is one document, and the config holds ${options.contractCount} contracts; name a ref`;
    return refuse(options, problem);
  }
  const found = await findPastDocument(named, contract.cwd);
  if (found.state === "unclear") return refuse(options, found.problem);
  if (found.state === "absent") return { state: "absent", since: named.description };
  const { baseline } = found;
  const { model, nameOf, diagnostics } = await loadPastContract(contract, baseline, options.here);
  if (model === undefined) {
    const advice = `no verdict: the contract in ${named.description} is invalid itself; compare with one that is valid`;
    const placed = diagnostics.filter(({ severity }) => severity === "error");
    const outcome = { code: exitCode.invalidDocument, diagnostics: [], placed, advice };
    return { state: "refused", outcome };
  }
  return { state: "found", model, nameOf, baseline, since: describePast(baseline, named) };
}

function describePast(baseline: Baseline, named: Baseline): string {
  const { description, path } = baseline;
  return path === named.path
    ? description
    : `${description}, where it was ${withoutControls(path)}`;
}

function refuse({ against }: OpenPastOptions, problem: string): Past {
  const advice = `--against ${against}: ${problem}`;
  return { state: "refused", outcome: { code: exitCode.usage, diagnostics: [], advice } };
}
