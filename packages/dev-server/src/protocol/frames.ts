// The messages that a server sends, each in its exact form.
import type { Frame } from "./connection.ts";

/** @see Pusher Channels protocol 7, *Double encoding*: the `data` of the server's own messages is JSON in a string. */
export const frames = {
  ping: systemFrame("pusher:ping", {}) as Frame,
  pong: systemFrame("pusher:pong", {}) as Frame,
  connectionEstablished: (socketId: string, activityTimeoutSeconds: number): Frame =>
    systemFrame("pusher:connection_established", {
      socket_id: socketId,
      activity_timeout: activityTimeoutSeconds,
    }),
  subscriptionSucceeded: (channel: string, data: object): Frame =>
    systemFrame("pusher_internal:subscription_succeeded", data, channel),
  memberAdded: (channel: string, userId: string, userInfo: unknown): Frame =>
    systemFrame("pusher_internal:member_added", { user_id: userId, user_info: userInfo }, channel),
  memberRemoved: (channel: string, userId: string): Frame =>
    systemFrame("pusher_internal:member_removed", { user_id: userId }, channel),
  cacheMiss: (channel: string): Frame => JSON.stringify({ event: "pusher:cache_miss", channel }),
  subscriptionCount: (channel: string, count: number): Frame =>
    systemFrame("pusher_internal:subscription_count", { subscription_count: count }, channel),
  watchlistEvents: (events: readonly { name: string; user_ids: readonly string[] }[]): Frame =>
    systemFrame("pusher_internal:watchlist_events", { events }),
  signinSuccess: (userData: string): Frame =>
    systemFrame("pusher:signin_success", { user_data: userData }),
};

/** An event on a channel; `data` is the publisher's text, untouched. */
export interface ChannelMessage {
  readonly event: string;
  readonly channel: string;
  readonly data: string | undefined;
  /** Only on a client event of a presence channel. */
  readonly user_id?: string;
}

/** Answers the bytes of an event, made once for all its receivers. */
export function channelFrame(message: ChannelMessage): Uint8Array {
  return Buffer.from(JSON.stringify(message));
}

function systemFrame(event: string, data: object, channel?: string): Frame {
  return JSON.stringify({ event, channel, data: JSON.stringify(data) });
}
