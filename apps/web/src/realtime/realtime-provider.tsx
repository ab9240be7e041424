// Gives a realtime connection to the hooks below; until there is one, and where there is none, they wait.
import { SubscriberProvider } from "@lockstep-demo/subscribers/react";
import { useQuery } from "@tanstack/react-query";
import { createContext, type ReactNode, useContext, useEffect } from "react";
import { resending } from "../services.ts";
import type { Identity } from "./identity.ts";
import { loadRealtime, type Realtime } from "./load-realtime.ts";

const MOST_PATIENCE_MS = 10_000;

const RealtimeContext = createContext<Realtime | undefined>(undefined);

export interface RealtimeProviderProps {
  /** On whose behalf; a page that shows the same to everyone needs nobody. */
  readonly identity?: Identity;
  readonly children: ReactNode;
}

export function RealtimeProvider({ identity, children }: RealtimeProviderProps) {
  const { data: realtime } = useQuery({
    queryKey: ["realtime", identity?.token ?? null, identity?.kind ?? "public"],
    queryFn: ({ signal }) => loadRealtime(identity ?? null, signal),
    // one connection for as long as the page, or the session, lives
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
    structuralSharing: false,
    retry: true,
    retryDelay: (failures) => Math.min(1_000 * 2 ** failures, MOST_PATIENCE_MS),
  });
  useEffect(() => {
    if (!realtime?.isOn) return undefined;
    const { link } = realtime;
    return link.subscribe(() => {
      if (link.get() === "connected") resending.wake();
    });
  }, [realtime]);
  return (
    <RealtimeContext value={realtime}>
      <SubscriberProvider subscriber={realtime?.isOn ? realtime.subscriber : null}>
        {children}
      </SubscriberProvider>
    </RealtimeContext>
  );
}

/** Answers `undefined` until the API has said where the realtime server is. */
export function useRealtime(): Realtime | undefined {
  return useContext(RealtimeContext);
}
