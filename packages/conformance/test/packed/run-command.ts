// Commands as a person types them in a project of their own: nothing of this repository's settings reaches them.
import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { delimiter, join } from "node:path";
import { onTestFinished } from "vitest";

export interface CommandResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command to its end, which comes after 90 seconds at the latest. */
export function runCommand(
  command: string,
  args: readonly string[],
  cwd: string,
): Promise<CommandResult> {
  return new Promise((resolve) => {
    const options = { cwd, env: plainEnvironment(cwd), timeout: 90_000, maxBuffer: 2 ** 24 };
    execFile(command, args, options, (error, stdout, stderr) => {
      const code = typeof error?.code === "number" ? error.code : Number(error !== null);
      resolve({ code, stdout, stderr });
    });
  });
}

/** Like {@link runCommand}, for what has to go well. Answers its output. */
export async function mustRun(
  command: string,
  args: readonly string[],
  cwd: string,
): Promise<string> {
  const { code, stdout, stderr } = await runCommand(command, args, cwd);
  if (code === 0) return stdout;
  throw new Error(`${command} ${args.join(" ")}: ended with ${code}\n${stdout}${stderr}`);
}

/** Something that runs until it is stopped. */
export interface Running {
  /** The first match in what it printed. */
  readonly printed: (pattern: RegExp) => Promise<RegExpExecArray>;
  /** Asks it to stop; answers the exit code and all that it printed. */
  readonly stop: () => Promise<{ readonly code: unknown; readonly output: string }>;
}

export function startCommand(command: string, args: readonly string[], cwd: string): Running {
  const child = spawn(command, args, { cwd, env: plainEnvironment(cwd) });
  const ended = once(child, "close");
  onTestFinished(() => {
    child.kill("SIGKILL");
  });
  let output = "";
  const listeners = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      output += text;
      for (const listener of listeners) listener();
    });
  }
  return {
    printed: (pattern) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          const found = pattern.exec(output);
          if (found) resolve(found);
        };
        listeners.add(look);
        look();
        ended.then(() => reject(new Error(`ended without ${pattern}:\n${output}`)), reject);
      }),
    stop: async () => {
      child.kill("SIGTERM");
      const [code] = await ended;
      return { code, output };
    },
  };
}

/** Without what npm and vitest tell their children, and with the commands that the project installed. */
function plainEnvironment(cwd: string): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(
    ([name]) =>
      !/^(npm_(package|lifecycle|command|execpath|config_(local_prefix|user_agent))|INIT_CWD|NODE_OPTIONS|NODE_ENV|VITEST)/i.test(
        name,
      ),
  );
  const path = [join(cwd, "node_modules/.bin"), process.env.PATH].join(delimiter);
  return { ...Object.fromEntries(kept), PATH: path, NO_COLOR: "1" };
}
