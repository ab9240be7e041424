// Runs a script of the benchmarks as an application would run it: in a process of its own, with the built packages.
import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

/** Answers the JSON that the script prints. */
export async function runBuilt<Answer>(script: string, args: readonly string[]): Promise<Answer> {
  const path = fileURLToPath(new URL(script, import.meta.url));
  // without the condition that leads to the sources: tsx gives every function there a name, at each call
  const { stdout } = await promisify(execFile)(process.execPath, [
    "--import",
    "tsx",
    path,
    ...args,
  ]);
  return JSON.parse(stdout);
}
