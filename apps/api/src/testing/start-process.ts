// The demo's own process, as a child whose output and end a test can wait for.
import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

export interface DemoProcess {
  readonly child: ChildProcess;
  /** Everything printed so far. */
  readonly output: { stdout: string; stderr: string };
  /** Resolves with the match once standard output has it; rejects when the process ends before. */
  printed(pattern: RegExp): Promise<RegExpExecArray>;
  /** Resolves with the exit code when the process has ended by itself, `null` when a signal ended it. */
  readonly ended: Promise<number | null>;
}

const MAIN = fileURLToPath(new URL("../main.ts", import.meta.url));
const INHERITED = ["PATH", "HOME", "TMPDIR", "SystemRoot"];

/** @param environment all that the process finds in its environment, but for where programs and folders are */
export function startProcess(environment: Readonly<Record<string, string>>): DemoProcess {
  const inherited = INHERITED.map((name) => [name, process.env[name]] as const);
  const child = spawn(
    process.execPath,
    ["--conditions", "@lockstep/source", "--import", "tsx", MAIN],
    {
      env: { ...Object.fromEntries(inherited), ...environment },
      stdio: ["ignore", "pipe", "pipe"],
    },
  );
  const output = { stdout: "", stderr: "" };
  const listeners = new Set<() => void>();
  for (const name of ["stdout", "stderr"] as const) {
    child[name].setEncoding("utf8").on("data", (text: string) => {
      output[name] += text;
      for (const listener of listeners) listener();
    });
  }
  const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
  const printed = (pattern: RegExp) =>
    new Promise<RegExpExecArray>((resolve, reject) => {
      const look = () => {
        const match = pattern.exec(output.stdout);
        if (match === null) return;
        listeners.delete(look);
        resolve(match);
      };
      listeners.add(look);
      look();
      ended.then((code) =>
        reject(new Error(`ended with ${code} before ${pattern}: ${output.stdout}${output.stderr}`)),
      );
    });
  return { child, output, printed, ended };
}
