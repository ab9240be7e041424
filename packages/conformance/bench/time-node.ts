// How long a process takes.
import { execFileSync } from "node:child_process";

/** Milliseconds of wall time; what the process prints is thrown away, but for its errors. */
export function timeNode(args: readonly string[]): number {
  const start = performance.now();
  execFileSync(process.execPath, args, { stdio: ["ignore", "ignore", "inherit"] });
  return performance.now() - start;
}
