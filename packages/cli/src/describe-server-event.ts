// One line for each thing that a person at the terminal wants to see happen in the dev server.
import type { DevServerEvent } from "@lockstep/dev-server";
import { plural } from "./plural.ts";

/** Answers the line, or `undefined` for what another line already says. */
export function describeServerEvent(event: DevServerEvent): string | undefined {
  switch (event.type) {
    case "connected":
      return `connected     ${event.socketId}${event.client ? ` (${event.client})` : ""}`;
    case "disconnected":
      return `disconnected  ${event.socketId}`;
    case "subscribed":
      return `subscribed    ${event.channel} by ${event.socketId}`;
    case "unsubscribed":
      return `unsubscribed  ${event.channel} by ${event.socketId}`;
    case "published":
      return `published     ${event.event} on ${event.channel} to ${plural(event.subscribers, "subscriber")}`;
    case "client-event":
      return `client event  ${event.event} on ${event.channel} by ${event.socketId} to ${plural(event.subscribers, "subscriber")}`;
    case "signed-in":
      return `signed in     ${event.socketId} as ${event.userId}`;
    case "refused":
      return `refused       ${event.action}${event.channel ? ` ${event.channel}` : ""}: ${event.message}`;
    case "dropped":
      return `dropped       ${event.socketId}: too slow to read`;
    case "fault":
      return `fault         ${event.error instanceof Error ? event.error.message : String(event.error)}`;
    default:
      return undefined;
  }
}
