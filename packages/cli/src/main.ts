#!/usr/bin/env node
// The `lockstep` command: the only module that touches the process.
import module from "node:module";

// from Node 22.8, what is compiled is kept on the disk for the next process
const { enableCompileCache } = module as { readonly enableCompileCache?: () => unknown };
enableCompileCache?.();
// only what is imported after that is kept
const { run } = await import("./run.ts");

let stop: AbortSignal | undefined;

// not `process.exit`: it cuts piped output at 64 kB
process.exitCode = await run(process.argv.slice(2), {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  cwd: process.cwd(),
  colors: process.stderr.isTTY && !process.env.NO_COLOR,
  // whoever never asks is ended by the signal, as every process is
  get stop() {
    stop ??= listenForSignals();
    return stop;
  },
});

function listenForSignals(): AbortSignal {
  const controller = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => controller.abort());
  }
  return controller.signal;
}
