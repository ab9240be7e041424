// The options that say which contract is meant and where its code goes; `generate` and `check` share them.
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { GenerateOptions, Only } from "@lockstep/codegen";
import { type Command, Option } from "commander";
import { type DiagnosticFormat, diagnosticFormats } from "./format-diagnostics.ts";
import { generateCommand } from "./generate-command.ts";

export interface ContractOptions {
  readonly input?: string;
  readonly output?: string;
  readonly only?: Only;
  readonly format: DiagnosticFormat;
}

const defaultInput = "asyncapi/asyncapi.yaml";
const defaultInputs = [defaultInput, "asyncapi/asyncapi.yml", "asyncapi/asyncapi.json"];

/** Adds `--input`, `--output`, `--only` and `--format`. */
export function addContractOptions(command: Command): Command {
  return command
    .option("--input <document>", `the AsyncAPI document (default: ${defaultInput})`)
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
    .addOption(
      new Option("--format <format>", "how findings are told")
        .choices(diagnosticFormats)
        .default("text"),
    );
}

/** What codegen is to be asked, with every default filled in. */
export function resolveContract(
  { input, output, only }: ContractOptions,
  cwd: string,
): GenerateOptions {
  return {
    input: input ?? defaultInputs.find((path) => existsSync(join(cwd, path))) ?? defaultInput,
    output,
    only,
    cwd,
    command: generateCommand({ input, output, only }, cwd),
  };
}
