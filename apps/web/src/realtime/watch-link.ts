// The state of the connection to the realtime server, in the words of this page.

/**
 * - `connecting`: for the first time
 * - `reconnecting`: after it was lost
 * - `unreachable`: tried for ten seconds in vain; it goes on trying
 * - `refused`: the server or the browser does not want it; it has stopped trying
 */
export type LinkState = "connecting" | "connected" | "reconnecting" | "unreachable" | "refused";

export interface Link {
  get(): LinkState;
  subscribe(listener: () => void): () => void;
}

/** What this needs of the connection of pusher-js. */
export interface PusherConnection {
  readonly state: string;
  bind(event: "state_change", listener: () => void): unknown;
}

/** Watches a connection for as long as it lives. */
export function watchLink(connection: PusherConnection): Link {
  const listeners = new Set<() => void>();
  let state = nextLinkState("connecting", connection.state);
  connection.bind("state_change", () => {
    state = nextLinkState(state, connection.state);
    for (const listener of listeners) listener();
  });
  return {
    get: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Stands in where there is no connection to watch. */
export function watchNothing(): () => void {
  return () => undefined;
}

export function nextLinkState(previous: LinkState, pusherState: string): LinkState {
  switch (pusherState) {
    case "connected":
      return "connected";
    case "unavailable":
      return "unreachable";
    case "failed":
    case "disconnected":
      return "refused";
    default:
      return previous === "connected" ? "reconnecting" : previous;
  }
}
