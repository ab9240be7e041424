// How often a query asks again by itself.
import type { Query } from "@tanstack/react-query";
import { isRefusal } from "../api/api-error.ts";
import { type ConnectionStatus, mustPoll, POLL_MS } from "./connection-status.ts";

/** For `refetchInterval`: every few seconds where no events come, but not after a refusal. */
export function pollInterval(
  status: ConnectionStatus,
): (query: Pick<Query, "state">) => number | false {
  return ({ state }) => (mustPoll(status) && !isRefusal(state.error) ? POLL_MS : false);
}
