// Gives the page's subscriber to the hooks below; until there is one, and where there is none, they wait.
import { SubscriberProvider } from "@lockstep-demo/subscribers/react";
import type { ReactNode } from "react";
import { useRealtime } from "./use-realtime.ts";

export interface RealtimeProviderProps {
  readonly children: ReactNode;
}

export function RealtimeProvider({ children }: RealtimeProviderProps) {
  const realtime = useRealtime();
  return (
    <SubscriberProvider subscriber={realtime?.isOn ? realtime.subscriber : null}>
      {children}
    </SubscriberProvider>
  );
}
