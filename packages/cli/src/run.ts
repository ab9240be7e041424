// Runs one command line and answers its exit code; prints only through the terminal it is given.
import { Command, CommanderError } from "commander";
import { addBundleCommand } from "./commands/bundle.ts";
import { addCheckCommand } from "./commands/check.ts";
import { addDevCommand } from "./commands/dev.ts";
import { addDiffCommand } from "./commands/diff.ts";
import { addDocsCommand } from "./commands/docs.ts";
import { addExportCommand } from "./commands/export.ts";
import { addGenerateCommand } from "./commands/generate.ts";
import { addInitCommand } from "./commands/init.ts";
import { describeFault } from "./describe-fault.ts";
import { type ExitCode, exitCode } from "./exit-code.ts";
import type { Terminal } from "./terminal.ts";
import { version } from "./version.ts";

/** Runs what a command does, and keeps its exit code. */
export type Finish = (action: () => Promise<ExitCode>) => Promise<void>;

/**
 * Runs `lockstep` with the given arguments (without node and script).
 *
 * Never throws: wrong usage is 2 with one sentence, a refusal of the disk 1 with one, an internal fault 1 with its stack.
 */
export async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  let code: ExitCode = exitCode.ok;
  const program = createProgram(terminal);
  const finish: Finish = async (action) => {
    code = await action();
  };
  addInitCommand(program, terminal, finish);
  addGenerateCommand(program, terminal, finish);
  addCheckCommand(program, terminal, finish);
  addDiffCommand(program, terminal, finish);
  addDevCommand(program, terminal, finish);
  addExportCommand(program, terminal, finish);
  addDocsCommand(program, terminal, finish);
  addBundleCommand(program, terminal, finish);
  try {
    await program.parseAsync(args, { from: "user" });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCode.ok : exitCode.usage;
    terminal.err(`${describeFault(error)}\n`);
    return exitCode.failure;
  }
}

function createProgram(terminal: Terminal): Command {
  return new Command("lockstep")
    .description(
      "Realtime events whose names and payloads cannot drift: an AsyncAPI document in, typed code out.",
    )
    .version(version)
    .exitOverride()
    .configureOutput({ writeOut: terminal.out, writeErr: terminal.err })
    .configureHelp({ showGlobalOptions: true })
    .showHelpAfterError("(lockstep --help lists the commands and their options)")
    .addHelpText(
      "after",
      "\nExit codes: 0 done, 1 internal fault, 2 wrong usage, 3 invalid document, 4 stale output, 5 breaking or past its sunset, 6 off the contract.\n",
    );
}
