// `lockstep generate --watch`: generates again whenever a document changes, until it is stopped.
import { resolve } from "node:path";
import { type Diagnostic, type ParsedFiles, readText } from "@lockstep/codegen";
import { type ContractOptions, resolveContracts } from "../contract-options.ts";
import { type ExitCode, exitCode } from "../exit-code.ts";
import { printDiagnostics } from "../format-diagnostics.ts";
import type { Contract } from "../root-contract.ts";
import { fromHere } from "../run-contracts.ts";
import type { Terminal } from "../terminal.ts";
import { createFileWatcher } from "./create-file-watcher.ts";
import { regenerate } from "./regenerate.ts";

/** A contract between two runs. */
interface Session {
  readonly contract: Contract;
  readonly parsed: ParsedFiles;
  sources: readonly string[];
}

/** Ends when the terminal says so; a document that is broken is told, and waited for. */
export async function watchContracts(
  options: ContractOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const resolved = await resolveContracts(options, terminal.cwd);
  if ("problems" in resolved) {
    for (const problem of resolved.problems) terminal.err(`${problem}\n`);
    return exitCode.usage;
  }
  const sessions = resolved.contracts.map(
    (contract): Session => ({ contract, parsed: new Map(), sources: [] }),
  );
  const bell = createBell(terminal.stop);
  const watcher = createFileWatcher(bell.ring);
  let due: readonly Session[] = sessions;
  while (due.length > 0) {
    for (const session of due) await runSession(session, options, terminal);
    watcher.follow(
      sessions.flatMap(({ contract, sources }) =>
        sources.map((file) => resolve(contract.cwd, file)),
      ),
    );
    // what changed before the watcher listened is seen by its text
    due = await findChanged(sessions);
    while (due.length === 0 && !terminal.stop.aborted) {
      await bell.wait();
      due = await findChanged(sessions);
    }
    if (terminal.stop.aborted) break;
  }
  watcher.close();
  return exitCode.ok;
}

async function runSession(
  session: Session,
  { format }: ContractOptions,
  terminal: Terminal,
): Promise<void> {
  const { contract, parsed } = session;
  const tell = (line: string, diagnostics: readonly Diagnostic[]): void => {
    const moved = diagnostics.map((one) => fromHere(one, contract.cwd, terminal.cwd));
    if (moved.length > 0 || format === "json") printDiagnostics(moved, format, terminal);
    if (format === "text") terminal.out(`${line}\n`);
  };
  session.sources = await regenerate(contract, parsed, tell);
}

async function findChanged(sessions: readonly Session[]): Promise<readonly Session[]> {
  const changed: Session[] = [];
  for (const session of sessions) {
    const { contract, parsed, sources } = session;
    for (const file of sources) {
      const text = await readText(resolve(contract.cwd, file)).catch(() => undefined);
      if (text === parsed.get(file)?.text) continue;
      changed.push(session);
      break;
    }
  }
  return changed;
}

interface Bell {
  readonly ring: () => void;
  /** Resolves when it has rung since it was last waited for, or when it is time to stop. */
  readonly wait: () => Promise<void>;
}

function createBell(stop: AbortSignal): Bell {
  let hasRung = false;
  let wake: () => void = () => undefined;
  stop.addEventListener("abort", () => wake(), { once: true });
  return {
    ring: () => {
      hasRung = true;
      wake();
    },
    wait: async () => {
      if (!hasRung && !stop.aborted) {
        await new Promise<void>((resolveWait) => {
          wake = resolveWait;
        });
      }
      hasRung = false;
    },
  };
}
