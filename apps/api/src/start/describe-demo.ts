// What is printed once everything runs: where to go, and how to log in.
import type { Config } from "../config.ts";
import { DEMO_HOTELS, DEMO_PASSWORD } from "../db/demo-data.ts";

const REALTIME = {
  embedded: "embedded in this process",
  pusher: "Pusher Channels",
  off: "off; pages ask for changes every few seconds",
};

export function describeDemo(url: string, { databaseUrl, dataDir, realtime }: Config): string {
  const logins = DEMO_HOTELS.map(
    ({ name, staff }) => `  ${name}: ${staff.map(({ email }) => email).join(", ")}`,
  );
  return [
    "",
    `Open ${url}`,
    "",
    `Log in as staff, with the password "${DEMO_PASSWORD}":`,
    ...logins,
    "",
    `Database: ${databaseUrl === undefined ? `PGlite in ${dataDir}` : "PostgreSQL"}`,
    `Realtime: ${REALTIME[realtime.mode]}`,
    "Ctrl-C stops.",
    "",
    "",
  ].join("\n");
}
