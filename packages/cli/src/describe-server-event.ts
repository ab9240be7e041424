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
      // every other refusal is a finding, which says more
      return event.action === "message" || event.action === "unsubscribe"
        ? `refused       ${event.action}${event.channel ? ` ${event.channel}` : ""}: ${event.message}`
        : undefined;
    case "member-added":
      return `joined        ${event.channel} by user ${event.userId}`;
    case "member-removed":
      return `left          ${event.channel} by user ${event.userId}`;
    case "webhook-failed":
      return `webhook       ${event.url}: ${event.problem}${event.final ? "; given up" : "; it is tried again"}`;
    case "cache-miss":
      return `cache miss    ${event.channel}`;
    case "dropped":
      return `dropped       ${event.socketId}: too slow to read`;
    case "fault":
      return `fault         ${event.error instanceof Error ? event.error.message : String(event.error)}`;
    default:
      return undefined;
  }
}
