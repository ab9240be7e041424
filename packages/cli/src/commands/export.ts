// `lockstep export`: the payloads as JSON Schema for other languages, and the schema that editors read contracts by.
import type { Diagnostic, ExportContractResult, ExportFormat } from "@lockstep/codegen";
import { hasError } from "@lockstep/codegen/lock";
import { type Command, InvalidArgumentError, Option } from "commander";
import { addNamingOptions, type NamingOptions } from "../contract-options.ts";
import { describeOutdated } from "../describe-outdated.ts";
import { wholeFile } from "../diagnostics.ts";
import { type ExitCode, exitCode } from "../exit-code.ts";
import { commandLine, editorCommand } from "../generate-command.ts";
import { movePath } from "../project-root.ts";
import type { Contract } from "../root-contract.ts";
import type { Finish } from "../run.ts";
import { type Outcome, runContracts } from "../run-contracts.ts";
import { type Terminal, withoutControls } from "../terminal.ts";
import { writeOutput } from "../write-output.ts";

interface ExportCommandOptions extends NamingOptions {
  readonly output?: string;
  readonly format: ExportFormat;
  readonly baseUri?: string;
  readonly check?: true;
  readonly editor?: true;
}

export function addExportCommand(program: Command, terminal: Terminal, finish: Finish): void {
  addNamingOptions(program.command("export"))
    .description("write the payloads as JSON Schema (draft-07), for backends in other languages")
    .option(
      "--output <folder>",
      "where to; files there that are no longer exported are removed (default: json-schema)",
    )
    .addOption(
      new Option("--format <format>", "one file for all payloads, or one for each")
        .choices(["bundle", "files"])
        .default("bundle"),
    )
    .option("--base-uri <uri>", "what every $id begins with", parseUri)
    .option("--check", "write nothing; end with 4 if the export is not up to date")
    .option(
      "--editor",
      "instead, the schema by which an editor completes and checks contracts (default output: asyncapi)",
    )
    .action((options: ExportCommandOptions) =>
      finish(() => (options.editor ? runEditor : runExport)(options, terminal)),
    );
}

async function runExport(options: ExportCommandOptions, terminal: Terminal): Promise<ExitCode> {
  const { config, input, output = "json-schema", format, baseUri } = options;
  const asked = { config, input, format: "text" as const };
  return runContracts(asked, terminal, async (contract, contractCount) => {
    if (contractCount > 1) return refuseSeveral(contract);
    const { cwd } = contract;
    const folder = movePath(output, { from: terminal.cwd, to: cwd });
    const { exportContract, jsonSchemaFiles } = await import("@lockstep/codegen");
    const move = (path: string | undefined): string | undefined =>
      path && movePath(path, { from: terminal.cwd, to: cwd });
    const given = {
      config,
      input,
      output: options.output,
      format: format === "bundle" ? undefined : format,
      "base-uri": baseUri,
    };
    const moved = { config: move(config), input: move(input), output: move(options.output) };
    const command = commandLine("export", { ...given, ...moved });
    const result = await exportContract({ ...contract, output: folder, format, baseUri, command });
    return settle(result, {
      names: jsonSchemaFiles,
      cwd,
      name: contract.name,
      isCheck: options.check === true,
      advice: commandLine("export", given),
    });
  });
}

/** One folder holds the export of one contract. */
function refuseSeveral({ name, input }: Contract): Outcome {
  const message = `${name}: it is one contract of several in the config; name each by --input, with an --output of its own`;
  const code = "several-contracts";
  const diagnostic: Diagnostic = { severity: "error", code, ...wholeFile(input), message };
  return { code: exitCode.usage, diagnostics: [diagnostic] };
}

async function runEditor(
  { output = "asyncapi", check }: ExportCommandOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const { createEditorSchema, editorSchemaFile: path } = await import("@lockstep/codegen");
  const files = [{ folder: output, path, text: createEditorSchema(editorCommand) }];
  const { code, diagnostics, result, advice } = await settle(
    { files, folders: [output], diagnostics: [] },
    {
      names: new RegExp(`^${path.replaceAll(".", "\\.")}$`),
      cwd: terminal.cwd,
      name: "the editor's schema",
      isCheck: check === true,
      advice: commandLine("export --editor", {
        output: output === "asyncapi" ? undefined : output,
      }),
    },
  );
  for (const { message } of diagnostics) terminal.err(`${withoutControls(message)}\n`);
  if (advice !== undefined) terminal.err(`${advice}\n`);
  if (result !== undefined) terminal.out(`${result}\n`);
  return code;
}

interface SettleOptions {
  /** Which files of the folder are this command's, by name. */
  readonly names: RegExp;
  readonly cwd: string;
  readonly name: string;
  readonly isCheck: boolean;
  /** What to type to bring the files up to date. */
  readonly advice: string;
}

/** Writes the files, or only compares them with those that are there. */
async function settle(
  { files, folders, diagnostics }: Pick<ExportContractResult, "files" | "folders" | "diagnostics">,
  { names, cwd, name, isCheck, advice }: SettleOptions,
): Promise<Outcome> {
  if (hasError(diagnostics)) return { code: exitCode.invalidDocument, diagnostics };
  if (!isCheck) return writeOutput({ files, folders, diagnostics, names, cwd, name });
  const { compareFiles } = await import("@lockstep/codegen");
  const compared = compareFiles({ files, folders, cwd, names });
  const outdated = [...describeOutdated(compared), ...compared.diagnostics];
  const all = [...diagnostics, ...outdated];
  return outdated.length === 0
    ? { code: exitCode.ok, diagnostics: all, result: `${name}: the export is up to date` }
    : { code: exitCode.stale, diagnostics: all, advice: `mend it with: ${advice}` };
}

function parseUri(text: string): string {
  if (!URL.canParse(text) || /[#?\s]/.test(text)) {
    throw new InvalidArgumentError(
      "It must be an address like https://schemas.example.com/orders/.",
    );
  }
  return text;
}
