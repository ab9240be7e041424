// Who is signed in. Kept in sessionStorage: hotel desks share computers, and there a session should end with its tab;
// and two people of the demo can work in two tabs of one browser.
import type { UserJson } from "@lockstep-demo/api";

/** The session of somebody with a login. */
export interface Session {
  readonly token: string;
  readonly user: UserJson;
}

export interface SessionState<Kept = Session> {
  readonly session: Kept | null;
  /** Whether the server has ended the last session. */
  readonly hasExpired: boolean;
}

export interface SessionStore<Kept = Session> {
  get(): SessionState<Kept>;
  subscribe(listener: () => void): () => void;
  start(session: Kept): void;
  /** Signs out by the person's own wish. */
  end(): void;
  /** The server does not know this token any more; another one may have taken its place meanwhile. */
  expire(token: string): void;
  /** What has become of the session with this token. */
  standingOf(token: string): Standing;
}

/** `expired` was ended by the server, `ended` by the person's own wish. */
export type Standing = "current" | "expired" | "ended";

export interface SessionPlace<Kept> {
  /** Where in the storage; sessions of different kinds stand side by side. */
  readonly storageKey: string;
  /** Judges what another version of the page may have left there. */
  readonly isSession: (value: unknown) => value is Kept;
}

const staffPlace: SessionPlace<Session> = { storageKey: "lockstep-demo.session", isSession };

type SessionStorage = Pick<Storage, "getItem" | "setItem" | "removeItem">;

/** Keeps the session of somebody with a login. */
export function createSessionStore(storage: SessionStorage): SessionStore {
  return keepSession(storage, staffPlace);
}

export function keepSession<Kept extends { readonly token: string }>(
  storage: SessionStorage,
  { storageKey, isSession }: SessionPlace<Kept>,
): SessionStore<Kept> {
  const listeners = new Set<() => void>();
  const expired = new Set<string>();
  const stored = parseJson(storage.getItem(storageKey));
  let state: SessionState<Kept> = {
    session: isSession(stored) ? stored : null,
    hasExpired: false,
  };

  function change(next: SessionState<Kept>): void {
    state = next;
    if (next.session) storage.setItem(storageKey, JSON.stringify(next.session));
    else storage.removeItem(storageKey);
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
      if (state.session?.token !== token) return;
      expired.add(token);
      change({ session: null, hasExpired: true });
    },
    standingOf(token) {
      if (state.session?.token === token) return "current";
      return expired.has(token) ? "expired" : "ended";
    },
  };
}

function parseJson(text: string | null): unknown {
  if (text === null) return null;
  try {
    return JSON.parse(text);
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
