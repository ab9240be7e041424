// The options that say which contracts are meant, and where their code goes.
import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import type { Only } from "@lockstep/codegen";
import { type Command, Option } from "commander";
import { type DiagnosticFormat, diagnosticFormats } from "./format-diagnostics.ts";
import { generateCommand } from "./generate-command.ts";
import { loadConfig } from "./load-config.ts";
import { type Contract, rootContract } from "./root-contract.ts";

/** Which contract is meant. */
export interface NamingOptions {
  readonly config?: string | undefined;
  readonly input?: string | undefined;
}

export interface ContractOptions extends NamingOptions {
  readonly output?: string;
  readonly only?: Only;
  readonly force?: true;
  readonly format: DiagnosticFormat;
}

export type ResolvedContracts =
  | { readonly contracts: readonly Contract[] }
  /** Wrong usage, each a sentence. */
  | { readonly problems: readonly string[] };

const defaultInput = "asyncapi/asyncapi.yaml";
/** Where a contract is looked for, from the folder. */
export const defaultInputs: readonly string[] = [
  defaultInput,
  "asyncapi/asyncapi.yml",
  "asyncapi/asyncapi.json",
];

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

/** Adds `--config` and `--input`, for a command that has an output of its own. */
export function addNamingOptions(command: Command): Command {
  return command
    .option("--config <file>", "the config that names the contract")
    .option("--input <document>", "the AsyncAPI document, without a config");
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
    const asked = { input, output, only };
    const advice = generateCommand(asked, cwd);
    const contract = {
      input: input ?? findInput(cwd),
      ...(output && { output }),
      ...(only && { only }),
    };
    return { contracts: [await rootContract(contract, { folder: cwd, asked, advice })] };
  }
  if ("problems" in loaded) return loaded;
  const advice = generateCommand({ config }, cwd);
  const file = resolve(cwd, loaded.file);
  const folder = dirname(file);
  const contracts = loaded.contracts.map(async (contract) => {
    const whole = { ...contract, input: contract.input ?? findInput(folder) };
    return rootContract(whole, { folder, config: file, asked: {}, advice });
  });
  return { contracts: await Promise.all(contracts) };
}

function findInput(folder: string): string {
  return defaultInputs.find((path) => existsSync(join(folder, path))) ?? defaultInput;
}
