// A channel's kind: what its name's prefix makes the server do.

/** @see https://pusher.com/docs/channels/using_channels/channels/ */
export type ChannelKind =
  | "public"
  | "private"
  | "private-encrypted"
  | "presence"
  | "cache"
  | "private-cache"
  | "private-encrypted-cache"
  | "presence-cache";

/** What a kind implies. */
export interface ChannelTraits {
  /** A subscriber needs a signature from the application's authorization endpoint. */
  readonly authorized: boolean;
  readonly presence: boolean;
  /** Payloads are encrypted end to end, and no client may trigger events. */
  readonly encrypted: boolean;
  /** The last event is sent to every new subscriber. */
  readonly cached: boolean;
  /** Subscribers may trigger `client-` events. */
  readonly clientEvents: boolean;
}

// the longer prefix first: each of them begins with a later one
const kinds = [
  "private-encrypted-cache",
  "private-encrypted",
  "private-cache",
  "private",
  "presence-cache",
  "presence",
  "cache",
] as const;
const prefix = /*#__PURE__*/ new RegExp(`^(${kinds.join("|")})-`);

/** Answers the kind of a channel name, or of an address whose parameters are still in braces. */
export function channelKindOf(name: string): ChannelKind {
  return (prefix.exec(name)?.[1] as ChannelKind | undefined) ?? "public";
}

/** Tells whether payloads of the channel are encrypted end to end, without looking at its other traits. */
export function isEncryptedChannel(name: string): boolean {
  return name.startsWith("private-encrypted-");
}

export function channelTraitsOf(kind: ChannelKind): ChannelTraits {
  const presence = kind.startsWith("presence");
  const authorized = presence || kind.startsWith("private");
  const encrypted = kind.startsWith("private-encrypted");
  const cached = kind.endsWith("cache");
  return { authorized, presence, encrypted, cached, clientEvents: authorized && !encrypted };
}
