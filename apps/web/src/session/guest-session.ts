// Who the guest at this page is: a room and its conversation. Kept apart from the session of staff, so that both can
// stand in one tab.
import { keepSession, type SessionPlace, type SessionStore } from "./session-store.ts";

export interface GuestSession {
  readonly token: string;
  readonly hotelSlug: string;
  readonly roomNumber: number;
  readonly conversationId: number;
  /** Tells guests apart, who have no account, and follow each other in one room. */
  readonly stayId: string;
}

const place: SessionPlace<GuestSession> = {
  storageKey: "lockstep-demo.guest-session",
  isSession: isGuestSession,
};

export function createGuestSessionStore(
  storage: Pick<Storage, "getItem" | "setItem" | "removeItem">,
): SessionStore<GuestSession> {
  return keepSession(storage, place);
}

function isGuestSession(value: unknown): value is GuestSession {
  const session = value as GuestSession | null;
  return (
    typeof session?.token === "string" &&
    typeof session.hotelSlug === "string" &&
    typeof session.roomNumber === "number" &&
    typeof session.conversationId === "number" &&
    typeof session.stayId === "string"
  );
}
