// The realtime connection of one page: its parts, its state, and where the subscription reports.
import type { SubscriptionState } from "@lockstep/runtime/subscribe";
import { useState, useSyncExternalStore } from "react";
import { type ConnectionStatus, connectionStatus } from "./connection-status.ts";
import type { Realtime } from "./load-realtime.ts";
import { useRealtime } from "./use-realtime.ts";
import type { LinkState } from "./watch-link.ts";

export interface Connection {
  readonly realtime: Realtime | undefined;
  readonly status: ConnectionStatus;
  readonly onSubscriptionChange: (state: SubscriptionState) => void;
}

export function useConnection(): Connection {
  const realtime = useRealtime();
  const [subscription, onSubscriptionChange] = useState<SubscriptionState>("pending");
  const status = connectionStatus(useLinkState(realtime), subscription);
  return { realtime, status, onSubscriptionChange };
}

function useLinkState(realtime: Realtime | undefined): LinkState | "off" | undefined {
  const link = realtime?.isOn ? realtime.link : undefined;
  const state = useSyncExternalStore(link?.subscribe ?? watchNothing, () => link?.get());
  return realtime?.isOn === false ? "off" : state;
}

function watchNothing(): () => void {
  return () => undefined;
}
