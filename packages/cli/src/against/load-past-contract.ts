// The contract as it was: read from a tree of git or from a file, by the loader of every other contract.
import { posix, resolve } from "node:path";
import type { ContractModel, Diagnostic } from "@lockstep/codegen";
import { readPastFile } from "../git/read-past-tree.ts";
import { movePath } from "../project-root.ts";
import type { Contract } from "../root-contract.ts";
import type { Baseline } from "./baseline.ts";

export interface PastContract {
  /** Absent where a diagnostic is an error. */
  readonly model?: ContractModel;
  /** Its files are named as a person knows them. */
  readonly diagnostics: readonly Diagnostic[];
  /** What a person knows a file of its model by, as git writes it: `ref:path`; `undefined` for any other file. */
  readonly nameOf: (file: string) => string | undefined;
}

// the loader sees the past in a folder of its own, so that no file of it is taken for one of today
const past = "past:/";

/** @param here where a person stands */
export async function loadPastContract(
  { cwd, only, remote }: Pick<Contract, "cwd" | "only" | "remote">,
  baseline: Baseline,
  here: string,
): Promise<PastContract> {
  const { loadContract, readText } = await import("@lockstep/codegen");
  const pathOf = (file: string): string => file.slice(past.length);
  const readFile = (file: string): Promise<string> =>
    baseline.kind === "file"
      ? readText(resolve("/", pathOf(file)))
      : readPastFile(baseline.tree, pathOf(file), cwd);
  const place = (path: string): string =>
    past + (baseline.kind === "file" ? resolve(cwd, path) : posix.join(baseline.tree.prefix, path));
  const standIns = Object.entries(remote ?? {}).map(([url, path]) => [url, place(path)] as const);
  const { model, diagnostics } = await loadContract(past + baseline.path, {
    cwd,
    readFile,
    lint: only !== "events",
    remote: Object.fromEntries(standIns),
  });
  const nameOf = (file: string): string | undefined => {
    if (!file.startsWith(past)) return undefined;
    if (baseline.kind === "tree") return `${baseline.tree.label}:${pathOf(file)}`;
    return movePath(resolve("/", pathOf(file)), { from: here, to: here });
  };
  return {
    ...(model && { model }),
    diagnostics: diagnostics.map((one) => ({
      ...one,
      file: nameOf(one.file) ?? one.file,
      message: one.message.replaceAll(/past:\/[^"\s]*/g, (file) => nameOf(file) ?? file),
    })),
    nameOf,
  };
}
