// The part of the `pusher` package's client that authorization calls, as a type: the package itself is not loaded.

/** What a subscriber needs to enter a channel; exactly these fields are sent. */
export interface ChannelAuthorization {
  readonly auth: string;
  /** Presence channels: the member, as the JSON text that is signed. */
  readonly channel_data?: string;
  /** Encrypted channels: the key, in base64. */
  readonly shared_secret?: string;
}

/**
 * Signs subscriptions with the application's secret. An instance of `pusher` fits.
 *
 * @see https://pusher.com/docs/channels/library_auth_reference/auth-signatures/
 */
export interface ChannelSigner {
  authorizeChannel(
    socketId: string,
    channel: string,
    data?: { user_id: string; user_info?: Record<string, unknown> },
  ): ChannelAuthorization;
}
