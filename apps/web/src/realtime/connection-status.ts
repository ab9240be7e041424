// Whether changes arrive by themselves, and if not, why.
import type { SubscriptionState } from "@lockstep/runtime/subscribe";
import type { LinkState } from "./watch-link.ts";

/** As a link's states; `live` when events arrive, `off` where there is no realtime server. */
export type ConnectionStatus = Exclude<LinkState, "connected"> | "live" | "off";

/** How often a page asks when nothing arrives by itself. */
export const POLL_MS = 5_000;

/** @param link absent until the API has said where the realtime server is */
export function connectionStatus(
  link: LinkState | "off" | undefined,
  subscription: SubscriptionState,
): ConnectionStatus {
  if (link === undefined) return "connecting";
  if (link !== "connected") return link;
  if (subscription === "subscribed") return "live";
  return subscription === "refused" ? "refused" : "connecting";
}

/** Whether the page has to ask for changes, since none will arrive soon. */
export function mustPoll(status: ConnectionStatus): boolean {
  return status === "off" || status === "refused" || status === "unreachable";
}
