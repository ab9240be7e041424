// What subscribing takes and answers, as types.
import type { LockstepError } from "../errors/lockstep-error.ts";

/**
 * - `pending`: not confirmed yet, or the connection is down; it goes on by itself.
 * - `subscribed`: events arrive.
 * - `refused`: the server or the authorization endpoint said no, or nothing within the time allowed; a reconnection or
 *   another subscription of the same channel tries again.
 * - `closed`: `unsubscribe` was called.
 */
export type SubscriptionState = "pending" | "subscribed" | "refused" | "closed";

/** Where something went wrong; the set is closed. */
export type SubscribeStage =
  | "subscribe"
  | "decode"
  | "validate"
  | "handle"
  | "unknown-event"
  | "sequence";

export interface ErrorContext {
  readonly stage: SubscribeStage;
  /** Wire channel name. */
  readonly channel: string;
  /** Wire event name; absent at the stage `subscribe`. */
  readonly event?: string;
}

/** Gets everything that goes wrong between the server and a handler. */
export type OnError = (error: LockstepError, context: ErrorContext) => void;

/** What came beside a payload. */
export interface ReceivedEvent {
  /** Wire event name. */
  readonly name: string;
  /** Wire channel name. */
  readonly channel: string;
  /** CloudEvents attributes, where the contract declares the envelope. */
  readonly attributes?: Readonly<Record<string, unknown>>;
  /**
   * The member of a presence channel who triggered this client event, a key of its members: said by the server, where
   * the payload is only what the sending page claims. Absent on every other channel, and of what the backend publishes.
   *
   * @see https://pusher.com/docs/channels/using_channels/events/#user-id-in-client-events
   */
  readonly userId?: string;
}

/** Gets each valid payload; it may be asynchronous, and what it throws goes to `onError`. */
export type Handler<Payload> = (payload: Payload, event: ReceivedEvent) => unknown;

/** One handler for each event that is wanted, by key. */
export type Handlers<Events> = {
  readonly [Key in keyof Events]?: Handler<Events[Key]> | undefined;
};

export interface SubscribeOptions {
  /** Replaces the subscriber's for this subscription. */
  readonly onError?: OnError | undefined;
  /** Called once after each reconnection, when events arrive again: what was published between is missed, refetch it. */
  readonly onResubscribed?: (() => void) | undefined;
  /** Called after each change, also the last, to `closed`. */
  readonly onStateChange?: ((state: SubscriptionState) => void) | undefined;
}

export interface PresenceSubscribeOptions<Member> extends SubscribeOptions {
  /** Called with all members after each change: the subscription itself, a member who came, a member who left. */
  readonly onMembersChange?: ((members: ReadonlyMap<string, Member>) => void) | undefined;
}

export interface Subscription {
  /** Wire channel name. */
  readonly channel: string;
  readonly state: SubscriptionState;
  /** Removes exactly these handlers; none is called afterwards. The second call does nothing. */
  unsubscribe(): void;
}

/** `ClientEvents` maps the key of each client event to its payload's type. */
export interface ClientEventSubscription<ClientEvents> extends Subscription {
  /**
   * Sends a client event to the channel's other subscribers; Pusher allows ten in a second.
   *
   * @throws {PayloadInvalidError} when the payload does not match the contract
   * @throws {PayloadTooLargeError} when Pusher would not take it
   * @throws {ClientEventError} when the channel is not subscribed, or the connection did not take it
   */
  trigger<Key extends keyof ClientEvents & string>(event: Key, payload: ClientEvents[Key]): void;
}

/** Sends client events, as `ClientEventSubscription.trigger` does. */
export type Trigger<ClientEvents> = ClientEventSubscription<ClientEvents>["trigger"];

export interface PresenceSubscription<Member, ClientEvents>
  extends ClientEventSubscription<ClientEvents> {
  /** Everyone who is in the channel, oneself included, by user id; empty until subscribed. A new map for each change. */
  readonly members: ReadonlyMap<string, Member>;
  /** One's own user id; absent until subscribed. */
  readonly myId: string | undefined;
}
