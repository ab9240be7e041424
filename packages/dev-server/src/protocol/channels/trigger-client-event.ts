// Events from client to client.
import { deliverToAll } from "../deliver.ts";
import { type ChannelMessage, channelFrame } from "../frames.ts";
import type { HubState, Session } from "../hub-state.ts";
import type { ClientFrame } from "../parse-client-frame.ts";
import { clientEvents } from "../refusals.ts";

type ClientEventFrame = Extract<ClientFrame, { type: "client-event" }>;

/**
 * Sends a client's event to the other subscribers of a channel that it is subscribed to itself.
 *
 * On a presence channel the event says who sent it: by the subscription, never by what the client claims.
 *
 * @throws {ProtocolError} when the channel's kind has no client events, the client is not subscribed, or a limit is passed
 * @see Pusher, *Client events*
 */
export function triggerClientEvent(
  hub: HubState,
  session: Session,
  { event, channel: name, data }: ClientEventFrame,
): void {
  const subscription = session.subscriptions.get(name);
  if (!subscription) throw clientEvents.notSubscribed(name);
  const { channel, member } = subscription;
  if (channel.traits.encrypted) throw clientEvents.encrypted();
  if (!channel.traits.clientEvents) throw clientEvents.wrongKind();
  judgeSize(hub, event, data);
  judgeRate(hub, session);
  const message: ChannelMessage = {
    event,
    channel: name,
    data,
    ...(member && { user_id: member.userId }),
  };
  const frame = channelFrame(message);
  hub.observe({
    type: "client-event",
    channel: name,
    event,
    data,
    socketId: session.socketId,
    userId: member?.userId,
    subscribers: deliverToAll(hub, channel, { frame, except: session }),
  });
}

function judgeSize({ limits }: HubState, event: string, data: string | undefined): void {
  if (event.length > limits.eventNameLength) {
    throw clientEvents.nameTooLong(limits.eventNameLength);
  }
  if (data !== undefined && Buffer.byteLength(data) > limits.payloadBytes) {
    throw clientEvents.tooLarge(limits.payloadBytes);
  }
}

// a sliding second, since a fixed one would let twice as many through at its edge
function judgeRate({ clock, limits }: HubState, session: Session): void {
  const now = clock.now();
  const recent = session.clientEventTimesMs.filter((time) => now - time < 1000);
  if (recent.length >= limits.clientEventsPerSecond) {
    throw clientEvents.tooMany(limits.clientEventsPerSecond);
  }
  session.clientEventTimesMs = [...recent, now];
}
