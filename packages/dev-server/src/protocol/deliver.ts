// Handing frames to connections, with slow readers cut.
import type { Frame } from "./connection.ts";
import type { Channel, HubState, Session } from "./hub-state.ts";
import type { RefusedAction } from "./observed.ts";
import { ProtocolError } from "./protocol-error.ts";

/** Sends one frame; answers whether it was sent. */
export function deliver(hub: HubState, session: Session, frame: Frame): boolean {
  if (!keepsUp(hub, session)) return false;
  session.connection.send(frame);
  return true;
}

/**
 * Tells whether more may be sent to a connection.
 *
 * A reader that leaves too much unread is cut, so that it neither delays others nor fills the memory.
 */
export function keepsUp({ limits, observe }: HubState, session: Session): boolean {
  if (!session.open) return false;
  const { bufferedBytes } = session.connection;
  if (bufferedBytes <= limits.bufferedBytes) return true;
  session.open = false;
  session.connection.terminate();
  observe({ type: "dropped", socketId: session.socketId, bufferedBytes });
  return false;
}

/** What a client tried, and why it may not. */
export interface Refusal {
  readonly action: RefusedAction;
  readonly error: ProtocolError;
  readonly channel?: string | undefined;
}

/** Sends one frame to all subscribers but one; answers to how many. */
export function deliverToAll(
  hub: HubState,
  channel: Channel,
  { frame, except }: { frame: Frame; except: Session | undefined },
): number {
  let delivered = 0;
  for (const session of channel.subscribers) {
    if (session !== except && deliver(hub, session, frame)) delivered++;
  }
  return delivered;
}

/** Tells a client that something was refused. */
export function refuse(hub: HubState, session: Session, refusal: Refusal): void {
  const { action, error, channel } = refusal;
  deliver(hub, session, refusalFrame(hub, refusal));
  hub.observe({
    type: "refused",
    action,
    socketId: session.socketId,
    channel,
    code: error.pusherCode,
    message: error.message,
  });
}

function refusalFrame(hub: HubState, { action, error, channel }: Refusal): Frame {
  if (action !== "subscribe" || hub.refusedSubscriptions === "hosted") return error.frame();
  if (hub.refusedSubscriptions === "reverb") return new ProtocolError(4009, error.message).frame();
  const data = { type: "AuthError", error: error.message, status: 401 };
  return JSON.stringify({ event: "pusher:subscription_error", channel, data });
}
