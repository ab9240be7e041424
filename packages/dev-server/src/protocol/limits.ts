// How much of everything one client, or one request, may take.
import {
  channelsPerTriggerLimit,
  clientEventsPerSecondLimit,
  eventNameLimit,
  eventsPerBatchLimit,
  payloadLimitBytes,
  presenceMembersLimit,
  presenceUserIdLimit,
  presenceUserInfoLimitBytes,
  serverChannelNameLimit,
} from "@lockstep/runtime";

export interface Limits {
  /** UTF-8 bytes of one event's data. */
  readonly payloadBytes: number;
  /** Characters of a channel name. */
  readonly channelNameLength: number;
  /** Characters of an event name. */
  readonly eventNameLength: number;
  readonly channelsPerTrigger: number;
  readonly eventsPerBatch: number;
  readonly clientEventsPerSecond: number;
  /** Distinct users of one presence channel. */
  readonly presenceMembers: number;
  /** Characters of a presence member's `user_id`. */
  readonly presenceUserIdLength: number;
  /** UTF-8 bytes of a presence member's `user_info`. */
  readonly presenceUserInfoBytes: number;
  /** Users that one user may watch. */
  readonly watchlistLength: number;
  /** Open connections; one more is closed with 4004. */
  readonly connections: number;
  /** Channels of one connection. The hosted service has no such limit; here it bounds memory. */
  readonly subscriptionsPerConnection: number;
  /** Bytes of one frame from a client; a longer one closes the socket with 1009. */
  readonly frameBytes: number;
  /** Bytes that may wait for a slow reader before it is cut. */
  readonly bufferedBytes: number;
  /** Bytes of one HTTP request's body. */
  readonly requestBytes: number;
  /** Channels whose last event is kept for new subscribers; the one published to longest ago is forgotten first. */
  readonly cachedChannels: number;
}

/** The hosted service's limits, and ours where it has none. */
export const defaultLimits: Limits = {
  payloadBytes: payloadLimitBytes,
  channelNameLength: serverChannelNameLimit,
  eventNameLength: eventNameLimit,
  channelsPerTrigger: channelsPerTriggerLimit,
  eventsPerBatch: eventsPerBatchLimit,
  clientEventsPerSecond: clientEventsPerSecondLimit,
  presenceMembers: presenceMembersLimit,
  presenceUserIdLength: presenceUserIdLimit,
  presenceUserInfoBytes: presenceUserInfoLimitBytes,
  watchlistLength: 100,
  connections: 10_000,
  subscriptionsPerConnection: 1_000,
  frameBytes: 128 * 1024,
  bufferedBytes: 1024 * 1024,
  requestBytes: 1024 * 1024,
  cachedChannels: 1_000,
};
