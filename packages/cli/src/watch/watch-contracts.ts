// `lockstep generate --watch`: generates again whenever a document changes, until it is stopped.
import { type ContractOptions, resolveContracts } from "../contract-options.ts";
import { type ExitCode, exitCode } from "../exit-code.ts";
import { tellAbsence } from "../run-contracts.ts";
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
      const hasRun = due.length > 0;
      if (hasRun) watcher.follow(sessions.flatMap(({ sources }) => sources()));
      // what changed before the watcher listened is seen by its text
      due = await findDue(sessions, { bell, stop: terminal.stop });
      for (const session of sessions) if (!due.includes(session)) session.tellRefusal();
      if (hasRun && due.length === 0) tellAbsence(options, terminal);
      if (due.length === 0) await bell.wait();
      for (const session of sessions) session.assertSound();
    }
  } finally {
    watcher.close();
    for (const session of sessions) await session.close();
  }
  return exitCode.ok;
}

/** How long a file may be gone while an editor or git replaces it. */
const replacementMs = 500;

/** Those to run again; where a file is gone, once it is back or has been gone for long. */
async function findDue(
  sessions: readonly Session[],
  { bell, stop }: { readonly bell: Bell; readonly stop: AbortSignal },
): Promise<readonly Session[]> {
  let patience: AbortSignal | undefined;
  for (;;) {
    const states = await Promise.all(sessions.map((session) => session.compare()));
    const due = sessions.filter((_, index) => states[index] !== "same");
    if (!states.includes("gone") || patience?.aborted) return due;
    patience ??= AbortSignal.any([stop, AbortSignal.timeout(replacementMs)]);
    await bell.wait(patience);
  }
}

interface Bell {
  readonly ring: () => void;
  /** Resolves when it has rung since it was last waited for, or when it is time to stop. */
  readonly wait: (stop?: AbortSignal) => Promise<void>;
}

function createBell(end: AbortSignal): Bell {
  let hasRung = false;
  let wake: () => void = () => undefined;
  return {
    ring: () => {
      hasRung = true;
      wake();
    },
    wait: async (stop = end) => {
      if (!hasRung && !stop.aborted) {
        await new Promise<void>((resolveWait) => {
          wake = () => {
            stop.removeEventListener("abort", wake);
            resolveWait();
          };
          stop.addEventListener("abort", wake);
        });
      }
      hasRung = false;
    },
  };
}
