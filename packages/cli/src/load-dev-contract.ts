// The contract that `lockstep dev` judges by, read from its document.
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import type { ContractModel } from "@lockstep/codegen";
import type { Contract } from "@lockstep/dev-server";
import { contractOfModel } from "./contract-of-model.ts";
import { resolveContracts } from "./contract-options.ts";
import { printDiagnostics } from "./format-diagnostics.ts";
import type { Contract as RootedContract } from "./root-contract.ts";
import { fromHere } from "./run-contracts.ts";
import type { Terminal } from "./terminal.ts";

export type DevContract =
  | (Document & { readonly state: "loaded"; readonly contract: Contract })
  /** The diagnostics have been printed. */
  | (Document & { readonly state: "invalid" })
  /** Nobody asked for a document, and there is none at the usual place. */
  | (Document & { readonly state: "absent" });

interface Document {
  readonly input: string;
  /** Full path of every file that was asked for. */
  readonly files: readonly string[];
}

/** Reads the document that was asked for, else the first of the config, else the one at the usual place. */
export async function loadDevContract(
  wanted: string | undefined,
  terminal: Terminal,
): Promise<DevContract> {
  const asked = { input: wanted, format: "text" as const };
  const resolved = await resolveContracts(asked, terminal.cwd);
  if ("problems" in resolved) {
    for (const problem of resolved.problems) terminal.err(`${problem}\n`);
    return { state: "invalid", input: "lockstep.config", files: [] };
  }
  const [first] = resolved.contracts;
  if (first === undefined) return { state: "absent", input: "", files: [] };
  const { input: path, name: input, cwd, remote } = first;
  const document = resolve(cwd, path);
  if (wanted === undefined && !existsSync(document)) {
    return { state: "absent", input, files: [document] };
  }
  const { loadContract } = await import("@lockstep/codegen");
  const { model, diagnostics, files: names } = await loadContract(path, { cwd, remote });
  const files = names.map((name) => resolve(cwd, name));
  // warnings are `check`'s to tell: here they would only stand in the way of what happens
  if (!model) {
    const moved = diagnostics.map((one) => fromHere(one, cwd, terminal.cwd));
    printDiagnostics(moved, "text", terminal);
    return { state: "invalid", input, files };
  }
  const contract = { ...contractOfModel(model), docs: docsOnce(model, first) };
  return { state: "loaded", input, files, contract };
}

/** Made when somebody first asks. */
function docsOnce(model: ContractModel, contract: RootedContract): () => Promise<string> {
  let page: Promise<string> | undefined;
  const make = async (): Promise<string> => {
    const { docsOfModel } = await import("./docs-of-model.ts");
    const made = await docsOfModel(model, contract);
    const [fault] = made.diagnostics.filter(({ severity }) => severity === "error");
    if (made.page === undefined) throw new Error(fault?.message);
    return made.page;
  };
  return () => {
    page ??= make();
    return page;
  };
}
