// Whether changes arrive by themselves, as a component sees it.
import type { SubscriptionState } from "@lockstep/runtime/subscribe";
import { useSyncExternalStore } from "react";
import { type ConnectionStatus, connectionStatus } from "./connection-status.ts";
import { useRealtime } from "./realtime-provider.tsx";
import { watchNothing } from "./watch-link.ts";

/** @param subscription the state of the page's subscription */
export function useConnectionStatus(subscription: SubscriptionState): ConnectionStatus {
  const realtime = useRealtime();
  const link = realtime?.isOn ? realtime.link : undefined;
  const state = useSyncExternalStore(link?.subscribe ?? watchNothing, () => link?.get());
  return connectionStatus(realtime?.isOn === false ? "off" : state, subscription);
}
