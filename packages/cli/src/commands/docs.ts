// `lockstep docs`: the contract as a page for people.
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import type { ContractDiff, ContractModel } from "@lockstep/codegen";
import type { Command } from "commander";
import { addNamingOptions, type NamingOptions } from "../contract-options.ts";
import { type ExitCode, exitCode } from "../exit-code.ts";
import { commandLine } from "../generate-command.ts";
import { todayInUtc } from "../judge-sunsets.ts";
import { movePath } from "../project-root.ts";
import type { Contract } from "../root-contract.ts";
import type { Finish } from "../run.ts";
import { type Outcome, runContracts } from "../run-contracts.ts";
import type { Terminal } from "../terminal.ts";
import { todayOption } from "../today-option.ts";
import { writeOutput } from "../write-output.ts";

interface DocsCommandOptions extends NamingOptions {
  readonly output?: string;
  readonly against?: string;
  readonly today?: string;
}

const defaultFolder = "contract-docs";
const pages = /^index\.html$/;

export function addDocsCommand(program: Command, terminal: Terminal, finish: Finish): void {
  addNamingOptions(program.command("docs"))
    .description("write the contract as one HTML page, for people and for any static host")
    .option("--output <folder>", `where to (default: ${defaultFolder})`)
    .option(
      "--against <ref-or-file>",
      "show too what has changed since then: a tag of the last release, or the contract.json that it published",
    )
    .addOption(todayOption("with --against: "))
    .action((options: DocsCommandOptions) => finish(() => runDocs(options, terminal)));
}

async function runDocs(options: DocsCommandOptions, terminal: Terminal): Promise<ExitCode> {
  const { config, input, output = defaultFolder } = options;
  const asked = { config, input, format: "text" as const };
  const taken = new Set<string>();
  return runContracts(asked, terminal, async (contract, contractCount) => {
    const whole = movePath(output, { from: terminal.cwd, to: contract.cwd });
    const folder = contractCount > 1 ? `${whole}/${takeFolder(taken, contract)}` : whole;
    const command = commandOf(options, { folder: whole, cwd: contract.cwd, here: terminal.cwd });
    const place = { contractCount, folder, command, here: terminal.cwd };
    return writeDocs(contract, { ...options, ...place });
  });
}

/** Of several contracts, each has a folder that is named as its document. */
function takeFolder(taken: Set<string>, { input }: Contract): string {
  const path = input.replaceAll(/(?:^|(?<=\/))\.\.?(?:\/|$)/g, "");
  const bare = path.replace(/\.[^./]*$/, "");
  const name = taken.has(bare) ? path : bare;
  taken.add(name);
  return name;
}

interface WriteDocsOptions extends Pick<DocsCommandOptions, "against" | "today"> {
  readonly contractCount: number;
  /** From the contract's root. */
  readonly folder: string;
  /** Named in the page as the way to make it again. */
  readonly command: string;
  /** Where a person stands. */
  readonly here: string;
}

async function writeDocs(contract: Contract, options: WriteDocsOptions): Promise<Outcome> {
  const { cwd, input, name, only, remote } = contract;
  const { folder, command } = options;
  const { generatedHtmlLine, loadContract } = await import("@lockstep/codegen");
  const { model, ...loaded } = await loadContract(input, { cwd, remote, lint: only !== "events" });
  const invalid = exitCode.invalidDocument;
  if (model === undefined) return { code: invalid, diagnostics: loaded.diagnostics };
  const compared = await compare(model, contract, options);
  if ("code" in compared) return compared;
  const { docsOfModel } = await import("../docs-of-model.ts");
  const { page, diagnostics: found } = await docsOfModel(model, contract, compared);
  const diagnostics = [...loaded.diagnostics, ...found];
  if (page === undefined) return { code: invalid, diagnostics };
  const line = generatedHtmlLine(`${model.file} (${model.title} ${model.version})`, command);
  return writeOutput({
    files: [{ folder, path: "index.html", text: `${line}\n${page}` }],
    folders: [folder],
    diagnostics,
    names: pages,
    cwd,
    name,
  });
}

interface Compared {
  readonly changes?: { readonly since: string; readonly diff: ContractDiff };
}

/** What has changed, where that was asked for and there is something to compare with. */
async function compare(
  model: ContractModel,
  contract: Contract,
  { against, today = todayInUtc(), contractCount, here }: WriteDocsOptions,
): Promise<Compared | Outcome> {
  if (against === undefined) return {};
  const { openPast } = await import("../against/open-past.ts");
  const past = await openPast(contract, { against, contractCount, here });
  if (past.state === "refused") return past.outcome;
  if (past.state === "absent") return {};
  const { diffContracts } = await import("@lockstep/codegen");
  const diff = diffContracts(past.model, model, { today });
  return { changes: { since: past.since, diff } };
}

/** The same command, as it is typed in the project's root. */
function commandOf(
  { config, input, against }: DocsCommandOptions,
  { folder, cwd, here }: { readonly folder: string; readonly cwd: string; readonly here: string },
): string {
  const move = (path: string | undefined): string | undefined =>
    path && movePath(path, { from: here, to: cwd });
  const isFile = against !== undefined && existsSync(resolve(here, against));
  return commandLine("docs", {
    config: move(config),
    input: move(input),
    output: folder === defaultFolder ? undefined : folder,
    against: isFile ? move(against) : against,
  });
}
