// `lockstep diff --write-changeset`: the changeset for the packages of the newer document.
import { resolve } from "node:path";
import type { ContractDiff } from "@lockstep/codegen";
import { judgeDeclarations } from "../changesets/judge-declarations.ts";
import { writeChangeset } from "../changesets/write-changeset.ts";
import { resolveContracts } from "../contract-options.ts";
import { type ExitCode, exitCode } from "../exit-code.ts";
import type { Terminal } from "../terminal.ts";

/**
 * Writes it where the changesets that are there do not declare the changes, and says so beside the result. What packages
 * are generated from a document is the config's to say.
 *
 * @param after the newer document, as it was named
 */
export async function declareDiff(
  diff: ContractDiff,
  after: string,
  terminal: Terminal,
): Promise<ExitCode> {
  const { cwd: here, err } = terminal;
  const resolved = await resolveContracts({ format: "text" }, here);
  const problems = "problems" in resolved ? resolved.problems : [];
  for (const problem of problems) err(`${problem}\n`);
  if ("problems" in resolved) return exitCode.usage;
  const document = resolve(here, after);
  const contract = resolved.contracts.find(({ cwd, input }) => resolve(cwd, input) === document);
  if (contract === undefined) {
    err(
      `--write-changeset: nothing is generated from ${after} here, so there is no package to release; name the document of the config as the newer one\n`,
    );
    return exitCode.usage;
  }
  const readPast = async (): Promise<undefined> => undefined;
  const declarations = await judgeDeclarations(diff, { contract, readPast, here });
  if (declarations.folder === undefined) {
    err("--write-changeset: there is no .changeset folder; run npx @changesets/cli init\n");
    return exitCode.usage;
  }
  const written = writeChangeset(contract.input, declarations);
  err(written === undefined ? "all of it is declared by changesets\n" : `wrote ${written}\n`);
  return exitCode.ok;
}
