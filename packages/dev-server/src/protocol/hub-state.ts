// What a hub knows: plain data that the functions of this folder read and change.
import type { ChannelKind, ChannelTraits } from "@lockstep/runtime";
import type { Application } from "./application.ts";
import type { Clock } from "./clock.ts";
import type { Connection } from "./connection.ts";
import type { Limits } from "./limits.ts";
import type { Observer } from "./observed.ts";

export interface HubState {
  readonly application: Application;
  readonly clock: Clock;
  readonly limits: Limits;
  readonly timeouts: Timeouts;
  readonly refusedSubscriptions: RefusedSubscriptions;
  /** Whether subscribers are told how many they are. */
  readonly subscriptionCounts: boolean;
  readonly observe: Observer;
  /** By socket id. */
  readonly sessions: Map<string, Session>;
  /** Occupied channels by name; a Map, since `__proto__` is a legal name. */
  readonly channels: Map<string, Channel>;
  /** Signed-in connections by user id. */
  readonly users: Map<string, Set<Session>>;
  /** Connections that want to know of a user, by user id. */
  readonly watchers: Map<string, Set<Session>>;
  /** Last events of cache channels, the one published to longest ago first. */
  readonly cache: Map<string, CachedEvent>;
  /** How to call off what a crowd is told next, by channel. */
  readonly countTimers: Map<Channel, () => void>;
  /** True once the hub takes no more connections. */
  closed: boolean;
}

export interface Timeouts {
  /** Silence after which a connection is pinged; clients are told it too. */
  readonly activitySeconds: number;
  /** How long a pinged connection may stay silent. */
  readonly pongSeconds: number;
}

/**
 * How a client learns that its subscription was refused: the one thing in which servers differ most.
 *
 * `hosted` sends `pusher:error` without the channel, `soketi` `pusher:subscription_error` on it, `reverb`
 * `pusher:error` with code 4009.
 */
export type RefusedSubscriptions = "hosted" | "soketi" | "reverb";

/** One connection. */
export interface Session {
  readonly socketId: string;
  readonly connection: Connection;
  /** By channel name. */
  readonly subscriptions: Map<string, Subscription>;
  /** False from the moment that the server gives up on it. */
  open: boolean;
  lastHeardMs: number;
  user: User | undefined;
  /** Ids of the users that it wants to know of. */
  watchlist: readonly string[];
  /** Times of the client events of the last second. */
  clientEventTimesMs: number[];
  stopWatching: () => void;
}

export interface Subscription {
  readonly channel: Channel;
  /** On a presence channel, who is behind the connection. */
  readonly member: Member | undefined;
}

export interface Channel {
  readonly name: string;
  readonly kind: ChannelKind;
  readonly traits: ChannelTraits;
  readonly subscribers: Set<Session>;
  /** By user id; empty where the channel is not a presence channel. */
  readonly members: Map<string, Member>;
}

/** A user of a presence channel, with however many connections. */
export interface Member {
  readonly userId: string;
  readonly userInfo: unknown;
  connections: number;
}

/** Who a connection has signed in as. */
export interface User {
  readonly id: string;
  readonly info: unknown;
}

export interface CachedEvent {
  readonly event: string;
  readonly data: string;
  readonly expiresAtMs: number;
}
