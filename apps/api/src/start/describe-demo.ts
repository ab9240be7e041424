// What is printed once everything runs: where to go, and how to log in.
import type { Config } from "../config.ts";
import { DEMO_CRM_USERS, DEMO_HOTELS, DEMO_PASSWORD, type DemoPerson } from "../db/demo-data.ts";
import type { RunningServer } from "./start-server.ts";

const REALTIME = {
  embedded: "embedded in this process",
  pusher: "Pusher Channels",
  off: "off; pages ask for changes every few seconds",
};

export function describeDemo(
  { url, consoleUrl }: Pick<RunningServer, "url" | "consoleUrl">,
  { databaseUrl, dataDir, realtime }: Config,
): string {
  const staff = DEMO_HOTELS.map((hotel) => `  ${hotel.name}: ${emailsOf(hotel.staff)}`);
  const guests = DEMO_HOTELS.flatMap((hotel) =>
    hotel.guests.map(
      ({ roomNumber, pin, name }) =>
        `  ${hotel.name} (${hotel.slug}), room ${roomNumber}, PIN ${pin}: ${name}`,
    ),
  );
  return [
    "",
    `Open ${url}`,
    "",
    `Log in as staff, with the password "${DEMO_PASSWORD}":`,
    ...staff,
    "",
    "Log in as a guest, with the hotel, the room and the PIN:",
    ...guests,
    "",
    `Log in as a user of the CRM, with the password "${DEMO_PASSWORD}":`,
    `  ${emailsOf(DEMO_CRM_USERS)}`,
    "",
    `Database: ${databaseUrl === undefined ? `PGlite in ${dataDir}` : "PostgreSQL"}`,
    `Realtime: ${REALTIME[realtime.mode]}`,
    ...(consoleUrl === undefined ? [] : [`Every event, and what is wrong with it: ${consoleUrl}`]),
    "Ctrl-C stops.",
    "",
    "",
  ].join("\n");
}

function emailsOf(people: readonly DemoPerson[]): string {
  return people.map(({ email }) => email).join(", ");
}
