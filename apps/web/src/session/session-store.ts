// Who is signed in. Kept in sessionStorage: hotel desks share computers, and there a session should end with its tab;
// and two people of the demo can work in two tabs of one browser.
import type { UserJson } from "@lockstep-demo/api";

export interface Session {
  readonly token: string;
  readonly user: UserJson;
}

export interface SessionState {
  readonly session: Session | null;
  /** Whether the server has ended the last session. */
  readonly hasExpired: boolean;
}

export interface SessionStore {
  get(): SessionState;
  subscribe(listener: () => void): () => void;
  start(session: Session): void;
  /** Signs out by the person's own wish. */
  end(): void;
  /** The server does not know this token any more; another one may have taken its place meanwhile. */
  expire(token: string): void;
}

const STORAGE_KEY = "lockstep-demo.session";

export function createSessionStore(
  storage: Pick<Storage, "getItem" | "setItem" | "removeItem">,
): SessionStore {
  const listeners = new Set<() => void>();
  let state: SessionState = {
    session: readSession(storage.getItem(STORAGE_KEY)),
    hasExpired: false,
  };

  function change(next: SessionState): void {
    state = next;
    if (next.session) storage.setItem(STORAGE_KEY, JSON.stringify(next.session));
    else storage.removeItem(STORAGE_KEY);
    for (const listener of listeners) listener();
  }

  return {
    get: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    start: (session) => change({ session, hasExpired: false }),
    end: () => change({ session: null, hasExpired: false }),
    expire(token) {
      if (state.session?.token === token) change({ session: null, hasExpired: true });
    },
  };
}

function readSession(text: string | null): Session | null {
  if (text === null) return null;
  try {
    const value: unknown = JSON.parse(text);
    return isSession(value) ? value : null;
  } catch {
    return null;
  }
}

function isSession(value: unknown): value is Session {
  return (
    typeof value === "object" &&
    value !== null &&
    "token" in value &&
    typeof value.token === "string" &&
    "user" in value &&
    typeof value.user === "object" &&
    value.user !== null
  );
}
