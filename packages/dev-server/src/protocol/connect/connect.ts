// The beginning and the end of a connection.

import { leaveChannel } from "../channels/leave-channel.ts";
import type { Connection } from "../connection.ts";
import { deliver } from "../deliver.ts";
import { frames } from "../frames.ts";
import type { HubState, Session } from "../hub-state.ts";
import { ClosingError } from "../protocol-error.ts";
import { closings } from "../refusals.ts";
import { signOut } from "../users/sign-in.ts";
import { createSocketId } from "./create-socket-id.ts";
import { judgeTarget } from "./judge-target.ts";
import { watchActivity } from "./watch-activity.ts";

/**
 * Greets a new connection, or closes it with the code of what is wrong; answers its session, or `undefined`.
 *
 * @param target path and query of the WebSocket request
 */
export function connect(
  hub: HubState,
  connection: Connection,
  target: string,
): Session | undefined {
  try {
    if (hub.closed) throw closings.shuttingDown();
    const client = judgeTarget(target, hub.application);
    if (hub.sessions.size >= hub.limits.connections) {
      throw closings.overCapacity(hub.limits.connections);
    }
    return greet(hub, connection, client);
  } catch (error) {
    if (!(error instanceof ClosingError)) throw error;
    connection.close(error.pusherCode, error.reason);
    hub.observe({
      type: "refused",
      action: "connect",
      socketId: undefined,
      channel: undefined,
      code: error.pusherCode,
      message: error.message,
    });
    return undefined;
  }
}

/** Forgets a connection whose socket has closed; once is enough, and more does no harm. */
export function disconnect(hub: HubState, session: Session, code: number | undefined): void {
  if (!hub.sessions.delete(session.socketId)) return;
  session.open = false;
  session.stopWatching();
  signOut(hub, session);
  for (const { channel } of [...session.subscriptions.values()]) {
    leaveChannel(hub, session, channel);
  }
  hub.observe({ type: "disconnected", socketId: session.socketId, code });
}

/** Closes a connection from this side. */
export function endSession(hub: HubState, session: Session, reason: ClosingError): void {
  // forgotten at once: a peer that does not answer the closing handshake must not linger as a subscriber
  disconnect(hub, session, reason.pusherCode);
  session.connection.close(reason.pusherCode, reason.reason);
}

function greet(hub: HubState, connection: Connection, client: string | undefined): Session {
  const session: Session = {
    socketId: createSocketId((socketId) => hub.sessions.has(socketId)),
    connection,
    subscriptions: new Map(),
    open: true,
    lastHeardMs: hub.clock.now(),
    user: undefined,
    watchlist: [],
    clientEventTimesMs: [],
    stopWatching: () => {},
  };
  hub.sessions.set(session.socketId, session);
  session.stopWatching = watchActivity(hub, session, () =>
    endSession(hub, session, closings.noPong()),
  );
  deliver(
    hub,
    session,
    frames.connectionEstablished(session.socketId, hub.timeouts.activitySeconds),
  );
  hub.observe({ type: "connected", socketId: session.socketId, client });
  return session;
}
