// A program of the repository, run from its sources, whose output says when it is ready.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../..", import.meta.url));

export interface StartProcessOptions {
  /** Module to run, from the root of the repository, and its arguments. */
  readonly command: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** The output that says that it is ready; its first group is the answer's `ready`. */
  readonly readyWhen: RegExp;
}

export interface StartedProcess {
  readonly ready: string;
  /** Everything that it has printed. */
  output(): string;
  stop(): Promise<void>;
}

/** Rejects with the output when the process ends before it is ready. */
export async function startProcess(options: StartProcessOptions): Promise<StartedProcess> {
  const child = spawn(
    process.execPath,
    ["-C", "@lockstep/source", "--import", "tsx", ...options.command],
    { cwd: root, env: { ...process.env, ...options.env }, stdio: ["ignore", "pipe", "pipe"] },
  );
  let output = "";
  const ready = new Promise<string>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (text: string) => {
        output += text;
        const match = options.readyWhen.exec(output);
        if (match) resolve(match[1] ?? "");
      });
    }
    child.once("exit", (code) =>
      reject(new Error(`${options.command.join(" ")} ended with ${code}:\n${output}`)),
    );
  });
  return {
    ready: await ready,
    output: () => output,
    async stop() {
      if (child.exitCode !== null) return;
      child.kill("SIGTERM");
      await once(child, "exit");
    },
  };
}
