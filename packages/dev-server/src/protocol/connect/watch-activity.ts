// Noticing that the other end of a connection is gone.
import { deliver } from "../deliver.ts";
import { frames } from "../frames.ts";
import type { HubState, Session } from "../hub-state.ts";

/**
 * Pings a connection that has been silent for the activity timeout; reports it dead when the pong timeout passes too.
 *
 * One timer a connection, moved on when it fires rather than with every message. Answers how to stop.
 *
 * @see Pusher Channels protocol 7, *Detecting that the connection is alive*
 */
export function watchActivity(hub: HubState, session: Session, onDead: () => void): () => void {
  const activityMs = hub.timeouts.activitySeconds * 1000;
  const pongMs = hub.timeouts.pongSeconds * 1000;
  let stop = hub.clock.after(activityMs, check);
  return () => stop();

  function check(): void {
    const silentMs = hub.clock.now() - session.lastHeardMs;
    if (silentMs < activityMs) {
      stop = hub.clock.after(activityMs - silentMs, check);
      return;
    }
    const pingedMs = hub.clock.now();
    deliver(hub, session, frames.ping);
    stop = hub.clock.after(pongMs, () => {
      if (session.lastHeardMs < pingedMs) onDead();
      else check();
    });
  }
}
