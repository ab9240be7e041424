// The part of a pusher-js client that subscribing calls, as a type: pusher-js itself is not loaded.

/** Called with an event's name and data; what it answers is ignored. */
export type PusherGlobalCallback = (event: string, data: unknown) => void;

/** Called with an event's data; on a presence channel `user_id` says which member triggered a client event. */
export type PusherCallback = (data: unknown, metadata?: { readonly user_id?: string }) => void;

/** A channel of pusher-js. */
export interface PusherClientChannel {
  readonly subscribed: boolean;
  /** The server has been asked, and has not answered yet. */
  readonly subscriptionPending?: boolean;
  bind(event: string, callback: PusherCallback): unknown;
  unbind(event: string, callback: PusherCallback): unknown;
  bind_global(callback: PusherGlobalCallback): unknown;
  unbind_global(callback: PusherGlobalCallback): unknown;
  trigger(event: string, data: unknown): boolean;
}

/** The connection of a pusher-js client. */
export interface PusherClientConnection {
  readonly state: string;
  bind(event: string, callback: (data?: unknown) => void): unknown;
  unbind(event: string, callback: (data?: unknown) => void): unknown;
}

/**
 * A client that subscribes. An instance of pusher-js fits, under every module resolution.
 *
 * @see https://github.com/pusher/pusher-js
 */
export interface PusherClient {
  readonly connection: PusherClientConnection;
  /** Answers nothing for a channel that nobody has subscribed to. */
  channel(name: string): PusherClientChannel | undefined;
  subscribe(name: string): PusherClientChannel;
  unsubscribe(name: string): void;
}
