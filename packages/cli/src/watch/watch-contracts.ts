// `lockstep generate --watch`: generates again whenever a document changes, until it is stopped.
import { type ContractOptions, resolveContracts } from "../contract-options.ts";
import { type ExitCode, exitCode } from "../exit-code.ts";
import type { Terminal } from "../terminal.ts";
import { createFileWatcher } from "./create-file-watcher.ts";
import { createSession, type Session } from "./session.ts";

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
  const bell = createBell(terminal.stop);
  const sessions = resolved.contracts.map((contract) =>
    createSession(contract, { ...options, terminal, onFault: bell.ring }),
  );
  const watcher = createFileWatcher(bell.ring);
  try {
    let due: readonly Session[] = sessions;
    while (!terminal.stop.aborted) {
      for (const session of due) await session.run();
      if (due.length > 0) watcher.follow(sessions.flatMap(({ sources }) => sources()));
      // what changed before the watcher listened is seen by its text
      due = await findChanged(sessions);
      if (due.length === 0) await bell.wait();
      for (const session of sessions) session.assertSound();
    }
  } finally {
    watcher.close();
    for (const session of sessions) await session.close();
  }
  return exitCode.ok;
}

async function findChanged(sessions: readonly Session[]): Promise<readonly Session[]> {
  const changed: Session[] = [];
  for (const session of sessions) if (await session.hasChanged()) changed.push(session);
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
