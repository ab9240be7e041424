// A connection leaves a channel: by its wish, or because it has closed.
import type { Channel, HubState, Session } from "../hub-state.ts";
import { removeMember } from "./presence.ts";
import { stopTelling, tellSubscriptionCount } from "./subscription-count.ts";

/** Ends a subscription; the last one to leave vacates the channel. */
export function leaveChannel(hub: HubState, session: Session, channel: Channel): void {
  const { name, subscribers } = channel;
  const member = session.subscriptions.get(name)?.member;
  session.subscriptions.delete(name);
  subscribers.delete(session);
  hub.observe({
    type: "unsubscribed",
    socketId: session.socketId,
    channel: name,
    subscribers: subscribers.size,
  });
  if (member) removeMember(hub, channel, member);
  if (subscribers.size > 0) {
    tellSubscriptionCount(hub, channel);
    return;
  }
  stopTelling(hub, channel);
  hub.channels.delete(name);
  hub.observe({ type: "channel-vacated", channel: name });
}
