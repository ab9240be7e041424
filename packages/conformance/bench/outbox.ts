// What the outbox does and costs: measured by the packages that have it, on every database of this machine.
import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { Table } from "./table.ts";

/** Events a second from rows that wait to a bare HTTP server, beside the same events published without an outbox. */
export function benchOutboxRelay(): Promise<Table> {
  return measure("@lockstep-demo/api", "relay");
}

/** Milliseconds of a request of the API, without its event, with the outbox, and published after the commit. */
export function benchOutboxRequest(): Promise<Table> {
  return measure("@lockstep-demo/api", "request");
}

/** Some hundred kills of processes under load, with the two wrong orders as controls; ten minutes at the most. */
export function benchOutboxKills(): Promise<Table> {
  return measure("@lockstep/outbox");
}

async function measure(workspace: string, ...args: readonly string[]): Promise<Table> {
  const root = fileURLToPath(new URL("../../../", import.meta.url));
  const bench = ["npm", "run", "-s", "bench", "-w", workspace, "--", ...args];
  const command = ["--import", "tsx", ".config/with-postgres.ts", ...bench];
  const { stdout } = await promisify(execFile)(process.execPath, command, { cwd: root });
  return JSON.parse(stdout);
}
