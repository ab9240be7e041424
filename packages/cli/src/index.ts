// The `lockstep` command as a function, and what a config is written with.

export { defineConfig } from "@lockstep/codegen/config";
export { type ExitCode, exitCode } from "./exit-code.ts";
export { run } from "./run.ts";
export type { Terminal } from "./terminal.ts";
