// The options that say which contracts are meant and where their code goes; `generate` and `check` share them.
import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import type { GenerateOptions, Only } from "@lockstep/codegen";
import { type Command, Option } from "commander";
import { type DiagnosticFormat, diagnosticFormats } from "./format-diagnostics.ts";
import { generateCommand } from "./generate-command.ts";
import { loadConfig } from "./load-config.ts";

export interface ContractOptions {
  readonly config?: string;
  readonly input?: string;
  readonly output?: string;
  readonly only?: Only;
  readonly force?: true;
  readonly format: DiagnosticFormat;
}

/** A contract with every default filled in. */
export type Contract = GenerateOptions & { readonly cwd: string; readonly command: string };

export type ResolvedContracts =
  | { readonly contracts: readonly Contract[] }
  /** Wrong usage, each a sentence. */
  | { readonly problems: readonly string[] };

const defaultInput = "asyncapi/asyncapi.yaml";
const defaultInputs = [defaultInput, "asyncapi/asyncapi.yml", "asyncapi/asyncapi.json"];

/** Adds `--config`, `--input`, `--output`, `--only`, `--force` and `--format`. */
export function addContractOptions(command: Command): Command {
  return command
    .option("--config <file>", "the config (default: lockstep.config.ts, .mts, .js, .mjs or .json)")
    .option(
      "--input <document>",
      `the AsyncAPI document, without a config (default: ${defaultInput})`,
    )
    .option(
      "--output <folder>",
      "one folder for everything (default: the three packages under packages/)",
    )
    .addOption(
      new Option(
        "--only <part>",
        "types and schemas alone, of a document of any transport",
      ).choices(["events"]),
    )
    .option("--force", "do all the work also where contract.lock says that nothing changed")
    .addOption(
      new Option("--format <format>", "how findings are told")
        .choices(diagnosticFormats)
        .default("text"),
    );
}

/** What codegen is to be asked. A document that is named needs no config. */
export async function resolveContracts(
  { config, input, output, only }: ContractOptions,
  cwd: string,
): Promise<ResolvedContracts> {
  const isGiven = input !== undefined || output !== undefined || only !== undefined;
  if (isGiven && config !== undefined) {
    const problem =
      "--config says what --input, --output and --only say; leave out the one or the others";
    return { problems: [problem] };
  }
  const loaded = isGiven ? undefined : await loadConfig(config, cwd);
  if (loaded === undefined) {
    const command = generateCommand({ input, output, only }, cwd);
    return { contracts: [{ input: input ?? findInput(cwd), output, only, cwd, command }] };
  }
  if ("problems" in loaded) return loaded;
  const command = generateCommand({ config }, cwd);
  const folder = dirname(resolve(cwd, loaded.file));
  return {
    contracts: loaded.contracts.map((contract) => ({
      ...contract,
      input: contract.input ?? findInput(folder),
      cwd: folder,
      command,
    })),
  };
}

function findInput(folder: string): string {
  return defaultInputs.find((path) => existsSync(join(folder, path))) ?? defaultInput;
}
