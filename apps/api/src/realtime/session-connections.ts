// The connections of a session, at the realtime server: it is told whose each one is, so that they end together.

/** The part of the `pusher` package's client that this needs; there each session is a user of its own. */
export interface PusherUsers {
  authenticateUser(socketId: string, user: { id: string }): SignedUser;
  terminateUserConnections(userId: string): Promise<unknown>;
}

/** What a connection needs to sign in; exactly these fields are sent. */
export interface SignedUser {
  readonly auth: string;
  /** Whose it is, as the JSON text that is signed. */
  readonly user_data: string;
}

export interface SessionConnections {
  /** Lets a connection say that it belongs to a session. */
  sign(socketId: string, sessionId: string): SignedUser;
  /** Closes every connection that belongs to a session. Rejects where the realtime server did not do it. */
  end(sessionId: string): Promise<void>;
}

/**
 * A session rather than a person is the user: who signs out in one place goes on to hear in another.
 *
 * @see https://pusher.com/docs/channels/using_channels/user-authentication/
 */
export function createSessionConnections(pusher: PusherUsers): SessionConnections {
  return {
    sign(socketId, sessionId) {
      const { auth, user_data } = pusher.authenticateUser(socketId, { id: sessionId });
      return { auth, user_data };
    },
    async end(sessionId) {
      await pusher.terminateUserConnections(sessionId).catch((cause) => {
        throw new Error(`realtime: connections of a session not closed; ${reasonOf(cause)}`, {
          cause,
        });
      });
    },
  };
}

// the error of `pusher` keeps what happened beside its message
function reasonOf(cause: unknown): string {
  const { status, error } = Object(cause) as { readonly status?: number; readonly error?: unknown };
  return status === undefined ? String(error ?? cause) : `the server answered ${status}`;
}
