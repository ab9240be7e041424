// The part of the `pusher` package's client that publishing calls, as a type: the package itself is not loaded.

/** One event of a batch, in Pusher's words. */
export interface PusherBatchEvent {
  channel: string;
  name: string;
  data: unknown;
  socket_id?: string;
}

/**
 * A client of Pusher's HTTP API. An instance of `pusher` fits.
 *
 * @see https://github.com/pusher/pusher-http-node
 */
export interface PusherServer {
  trigger(
    channel: string,
    event: string,
    data: unknown,
    params?: { socket_id?: string },
  ): Promise<unknown>;
  triggerBatch(events: PusherBatchEvent[]): Promise<unknown>;
  sendToUser(userId: string, event: string, data: unknown): Promise<unknown>;
}
