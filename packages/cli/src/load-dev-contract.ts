// The contract that `lockstep dev` judges by, read from its document.
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import type { Contract } from "@lockstep/dev-server";
import { contractOfModel } from "./contract-of-model.ts";
import { resolveContracts } from "./contract-options.ts";
import { printDiagnostics } from "./format-diagnostics.ts";
import type { Terminal } from "./terminal.ts";

export type DevContract =
  | { readonly state: "loaded"; readonly input: string; readonly contract: Contract }
  /** The diagnostics have been printed. */
  | { readonly state: "invalid"; readonly input: string }
  /** Nobody asked for a document, and there is none at the usual place. */
  | { readonly state: "absent"; readonly input: string };

/** Reads the document that was asked for, else the first of the config, else the one at the usual place. */
export async function loadDevContract(
  wanted: string | undefined,
  terminal: Terminal,
): Promise<DevContract> {
  const asked = { ...(wanted && { input: wanted }), format: "text" as const };
  const resolved = await resolveContracts(asked, terminal.cwd);
  if ("problems" in resolved) {
    for (const problem of resolved.problems) terminal.err(`${problem}\n`);
    return { state: "invalid", input: "lockstep.config" };
  }
  const { input = "", cwd = terminal.cwd, remote } = resolved.contracts[0] ?? {};
  if (wanted === undefined && !existsSync(resolve(cwd, input))) return { state: "absent", input };
  const { loadContract } = await import("@lockstep/codegen");
  const { model, diagnostics } = await loadContract(input, { cwd, remote });
  // warnings are `check`'s to tell: here they would only stand in the way of what happens
  if (!model) {
    printDiagnostics(diagnostics, "text", terminal);
    return { state: "invalid", input };
  }
  return { state: "loaded", input, contract: contractOfModel(model) };
}
