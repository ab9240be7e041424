// The session as a component sees it.
import { useSyncExternalStore } from "react";
import { session } from "../services.ts";
import type { SessionState } from "./session-store.ts";

export function useSessionState(): SessionState {
  return useSyncExternalStore(session.subscribe, session.get);
}
