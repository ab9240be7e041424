// Subscribing and unsubscribing.
import { channelKindOf, channelTraitsOf, hasChannelNameCharacters } from "@lockstep/runtime";
import { verifyToken } from "../auth/verify-token.ts";
import { deliver } from "../deliver.ts";
import { frames } from "../frames.ts";
import type { Channel, HubState, Session, Subscription } from "../hub-state.ts";
import type { ClientFrame } from "../parse-client-frame.ts";
import { subscriptions } from "../refusals.ts";
import { isUserChannel, userChannelOf } from "../users/user-channel.ts";
import { replayLastEvent } from "./event-cache.ts";
import { leaveChannel } from "./leave-channel.ts";
import { addMember, presenceData, readMember } from "./presence.ts";
import { tellSubscriptionCount } from "./subscription-count.ts";

type SubscribeFrame = Extract<ClientFrame, { type: "subscribe" }>;

/**
 * Subscribes a connection and confirms it.
 *
 * @throws {ProtocolError} when the name is illegal, the connection is subscribed already or may not be
 */
export function subscribe(hub: HubState, session: Session, frame: SubscribeFrame): void {
  judgeName(hub, session, frame.channel);
  const channel = hub.channels.get(frame.channel) ?? createChannel(frame.channel);
  judgeAuth(hub, session, { frame, channel });
  const newcomer = channel.traits.presence
    ? readMember(hub, session, { frame, channel })
    : undefined;
  occupy(hub, channel);
  channel.subscribers.add(session);
  const member = newcomer && addMember(hub, session, { channel, newcomer });
  session.subscriptions.set(channel.name, { channel, member });
  confirm(hub, session, { channel, member });
}

/** Ends a subscription; a name that is not subscribed to is refused. */
export function unsubscribe(hub: HubState, session: Session, name: string): void {
  const subscription = session.subscriptions.get(name);
  if (!subscription) throw subscriptions.none(name);
  leaveChannel(hub, session, subscription.channel);
}

function judgeName(hub: HubState, session: Session, name: string): void {
  const { channelNameLength, subscriptionsPerConnection } = hub.limits;
  if (session.subscriptions.has(name)) throw subscriptions.existing(name);
  if (session.subscriptions.size >= subscriptionsPerConnection) {
    throw subscriptions.tooMany(subscriptionsPerConnection);
  }
  if (isUserChannel(name)) return;
  if (name.length > channelNameLength || !hasChannelNameCharacters(name)) {
    throw subscriptions.invalidName(name, channelNameLength);
  }
}

function judgeAuth(
  hub: HubState,
  session: Session,
  { frame, channel }: { frame: SubscribeFrame; channel: Channel },
): void {
  // no token: what a user is sent is for the connections that signed in as that user, and for nobody else
  if (isUserChannel(channel.name)) {
    if (!session.user || userChannelOf(session.user.id) !== channel.name) {
      throw subscriptions.notThisUser(channel.name);
    }
    return;
  }
  if (!channel.traits.authorized) return;
  if (frame.auth === undefined) throw subscriptions.noAuth(channel.name);
  const signed = [session.socketId, channel.name];
  if (channel.traits.presence && frame.channelData !== undefined) signed.push(frame.channelData);
  verifyToken(hub.application, frame.auth, signed.join(":"));
}

function createChannel(name: string): Channel {
  const kind = channelKindOf(name);
  return {
    name,
    kind,
    traits: channelTraitsOf(kind),
    subscribers: new Set(),
    members: new Map(),
  };
}

function occupy(hub: HubState, channel: Channel): void {
  if (hub.channels.has(channel.name)) return;
  hub.channels.set(channel.name, channel);
  hub.observe({ type: "channel-occupied", channel: channel.name });
}

function confirm(hub: HubState, session: Session, { channel, member }: Subscription): void {
  const data = member ? presenceData(channel) : {};
  deliver(hub, session, frames.subscriptionSucceeded(channel.name, data));
  hub.observe({
    type: "subscribed",
    socketId: session.socketId,
    channel: channel.name,
    userId: member?.userId,
    subscribers: channel.subscribers.size,
  });
  if (channel.traits.cached) replayLastEvent(hub, session, channel);
  tellSubscriptionCount(hub, channel);
}
