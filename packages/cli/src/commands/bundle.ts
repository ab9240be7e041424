// `lockstep bundle`: a contract as one document, for the events package to carry.
import { lstatSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import {
  bundledFilesKey,
  defaultOutput,
  outputFolders,
  packageAbove,
} from "@lockstep/codegen/config";
import type { Command } from "commander";
import { addContractOptions, type ContractOptions } from "../contract-options.ts";
import { exitCode } from "../exit-code.ts";
import { movePath } from "../project-root.ts";
import type { Contract } from "../root-contract.ts";
import type { Finish } from "../run.ts";
import { type Outcome, runContracts } from "../run-contracts.ts";
import type { Terminal } from "../terminal.ts";

interface BundleCommandOptions extends ContractOptions {
  readonly to?: string;
}

export function addBundleCommand(program: Command, terminal: Terminal, finish: Finish): void {
  addContractOptions(program.command("bundle"))
    .description("write a contract as one document that needs no other, to be published")
    .option(
      "--to <file>",
      "where (default: contract.json beside the package.json of the generated events)",
    )
    .action((options: BundleCommandOptions) =>
      finish(() =>
        runContracts(options, terminal, async (contract, contractCount) =>
          contractCount > 1 && options.to !== undefined
            ? refuse(
                `--to ${options.to}: one file, and the config holds ${contractCount} contracts; leave it out`,
              )
            : bundle(contract, options, terminal.cwd),
        ),
      ),
    );
}

async function bundle(
  contract: Contract,
  { to }: BundleCommandOptions,
  here: string,
): Promise<Outcome> {
  const { cwd, input, name, only, remote } = contract;
  const { bundleContract } = await import("@lockstep/codegen");
  const { text, diagnostics } = await bundleContract(input, {
    cwd,
    remote,
    lint: only !== "events",
  });
  if (text === undefined) return { code: exitCode.invalidDocument, diagnostics };
  const path = to === undefined ? await defaultPlace(contract) : resolve(here, to);
  if (path === undefined)
    return refuse("--to: no package.json with a name is above the generated code; name a file");
  const file = movePath(path, { from: here, to: here });
  const found = lstatSync(path, { throwIfNoEntry: false });
  // a link may lead to any file
  if (found && !(found.isFile() && isBundle(path))) {
    return refuse(
      `${file}: it is there, and is no bundle; name another file by --to, or remove it`,
    );
  }
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  return { code: exitCode.ok, diagnostics, result: `${name}: bundled in ${file}` };
}

async function defaultPlace({
  cwd,
  output = defaultOutput,
}: Contract): Promise<string | undefined> {
  const owner = await packageAbove(resolve(cwd, outputFolders(output).events));
  return owner && join(owner.folder, "contract.json");
}

/** Whether the file is one that this command wrote, so that nothing of a person's is lost. */
function isBundle(path: string): boolean {
  try {
    const value: unknown = JSON.parse(readFileSync(path, "utf8"));
    return typeof value === "object" && value !== null && bundledFilesKey in value;
  } catch {
    return false;
  }
}

function refuse(problem: string): Outcome {
  return { code: exitCode.usage, diagnostics: [], advice: problem };
}
