// `lockstep init`: a new contract in an empty folder, in a package or in a workspace.
import { statSync } from "node:fs";
import { resolve } from "node:path";
import { type Command, InvalidArgumentError, Option } from "commander";
import { type ExitCode, exitCode } from "../exit-code.ts";
import { editorCommand, quoteForShell } from "../generate-command.ts";
import type { EditorSchema, InitPlan } from "../init/init-plan.ts";
import { type PackageManager, packageManagers } from "../init/package-manager.ts";
import { isPackageName } from "../init/project-name.ts";
import { plural } from "../plural.ts";
import { movePath } from "../project-root.ts";
import type { Finish } from "../run.ts";
import { type Terminal, withoutControls } from "../terminal.ts";

interface InitCommandOptions {
  readonly name?: string;
  readonly packageManager?: PackageManager;
  readonly vscode?: true;
  readonly ci: boolean;
  readonly dryRun?: true;
}

export function addInitCommand(program: Command, terminal: Terminal, finish: Finish): void {
  program
    .command("init")
    .description("put a first contract, its config, scripts and a CI job into a project")
    .argument("[folder]", "the project; made where it is not there", ".")
    .option("--name <name>", "what packages are named after (default: the project's)", parseName)
    .addOption(
      new Option("--package-manager <manager>", "instead of the one that the project uses").choices(
        packageManagers,
      ),
    )
    .option("--vscode", "also have Visual Studio Code complete and check the contract")
    .option("--no-ci", "without the job for GitHub Actions")
    .option("--dry-run", "only tell what would be written")
    .action((folder: string, options: InitCommandOptions) =>
      finish(() => runInit(resolve(terminal.cwd, folder), options, terminal)),
    );
}

async function runInit(
  folder: string,
  options: InitCommandOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const found = statSync(folder, { throwIfNoEntry: false });
  if (found !== undefined && !found.isDirectory()) {
    terminal.err(`${withoutControls(folder)}: a file, not a folder; name another one\n`);
    return exitCode.usage;
  }
  const { readProject } = await import("../init/read-project.ts");
  const { planInit } = await import("../init/plan-init.ts");
  const project = readProject(folder);
  const plan = planInit(project, {
    name: options.name ?? project.name,
    packageManager: options.packageManager ?? project.packageManager,
    ci: options.ci,
    ...(options.vscode && { editorSchema: await loadEditorSchema() }),
  });
  if (!options.dryRun) {
    const { writePlan } = await import("../init/write-plan.ts");
    const refused = writePlan(folder, plan.files);
    if (refused !== undefined) {
      terminal.err(`${withoutControls(refused)}\n`);
      return exitCode.failure;
    }
  }
  const way = movePath(folder, { from: terminal.cwd, to: terminal.cwd });
  const next = way === "." ? plan.next : [`cd ${quoteForShell(way)}`, ...plan.next];
  terminal.out(describePlan({ ...plan, next }, options.dryRun === true));
  return exitCode.ok;
}

async function loadEditorSchema(): Promise<EditorSchema> {
  const { createEditorSchema, editorSchemaFile } = await import("@lockstep/codegen");
  return { file: editorSchemaFile, text: createEditorSchema(editorCommand) };
}

function describePlan({ files, leftAlone, byHand, next }: InitPlan, isDry: boolean): string {
  const width = Math.max(...files.map(({ path }) => path.length), 0) + 2;
  const lines = files.map(({ path, about }) => `${path.padEnd(width)}${about}`);
  const count = files.length === 0 ? "nothing" : plural(files.length, "file");
  const title = isDry ? `would write ${count}` : `wrote ${count}`;
  return [
    files.length === 0 ? `${title}\n` : section(title, lines),
    section("left alone, because it was there", leftAlone),
    section("for you to do", byHand),
    section("then", next),
  ]
    .filter((text) => text !== "")
    .join("\n");
}

function section(title: string, lines: readonly string[]): string {
  if (lines.length === 0) return "";
  return `${title}\n${lines.map((line) => `  ${withoutControls(line)}\n`).join("")}`;
}

function parseName(text: string): string {
  if (!isPackageName(text)) {
    throw new InvalidArgumentError(
      "It must be a name that npm takes: small letters, digits, - . _ and perhaps a @scope/ in front.",
    );
  }
  return text;
}
