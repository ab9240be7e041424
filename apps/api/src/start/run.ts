// The life of the process: start, say where it is, and stop when told to.
import { parseConfig } from "../config.ts";
import { createLog } from "../log.ts";
import { describeDemo } from "./describe-demo.ts";
import { startServer } from "./start-server.ts";
import { StartupError } from "./startup-error.ts";

// one press of Ctrl-C may arrive twice: from the terminal, and from npm, which passes it on
const SAME_PRESS_MS = 500;

/** Runs until SIGINT or SIGTERM; a second one ends the process at once. Sets the exit code, and never rejects. */
export async function run(): Promise<void> {
  try {
    const config = parseConfig(process.env);
    const server = await startServer(
      config,
      createLog((line) => process.stdout.write(`${line}\n`)),
    );
    process.stdout.write(describeDemo(server, config));
    await untilToldToStop();
    process.stdout.write("Stopping; Ctrl-C again stops at once.\n");
    await server.stop();
  } catch (error) {
    process.exitCode = 1;
    process.stderr.write(`${describe(error)}\n`);
  }
}

function untilToldToStop(): Promise<void> {
  return new Promise((resolve) => {
    let toldAt: number | undefined;
    const onSignal = () => {
      const now = performance.now();
      if (toldAt !== undefined && now - toldAt > SAME_PRESS_MS) process.exit(130);
      toldAt ??= now;
      resolve();
    };
    process.on("SIGINT", onSignal).on("SIGTERM", onSignal);
  });
}

function describe(error: unknown): string {
  if (error instanceof StartupError) return error.message;
  return error instanceof Error ? (error.stack ?? String(error)) : String(error);
}
