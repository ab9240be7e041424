// The sessions as a component sees them.
import { useSyncExternalStore } from "react";
import { guestSession, session } from "../services.ts";
import type { GuestSession } from "./guest-session.ts";
import type { SessionState } from "./session-store.ts";

export function useSessionState(): SessionState {
  return useSyncExternalStore(session.subscribe, session.get);
}

export function useGuestSessionState(): SessionState<GuestSession> {
  return useSyncExternalStore(guestSession.subscribe, guestSession.get);
}
