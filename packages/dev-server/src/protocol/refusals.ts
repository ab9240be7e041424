// Every refusal of the WebSocket side, in the hosted service's words where they are known.
import { ClosingError, ProtocolError } from "./protocol-error.ts";
import { quote } from "./quote.ts";

/** Refusals that end the connection. */
export const closings = {
  unknownKey: (key: string): ClosingError =>
    new ClosingError(4001, `Unknown app key; connect with ${quote(key)}`),
  overCapacity: (limit: number): ClosingError =>
    new ClosingError(4004, `Over connection quota: this server takes ${limit} connections`),
  unknownPath: (): ClosingError =>
    new ClosingError(4005, "Path not found; connect to /app/{key}?protocol=7"),
  invalidVersion: (): ClosingError =>
    new ClosingError(4006, "Invalid version string format: protocol must be an integer"),
  unsupportedProtocol: (): ClosingError =>
    new ClosingError(4007, "Unsupported protocol version; this server speaks 4 to 7"),
  noProtocol: (): ClosingError =>
    new ClosingError(4008, "No protocol version supplied; add ?protocol=7"),
  terminated: (): ClosingError =>
    new ClosingError(4009, "Connection terminated by the application"),
  shuttingDown: (): ClosingError => new ClosingError(4200, "Please reconnect immediately"),
  noPong: (): ClosingError => new ClosingError(4201, "Pong reply not received"),
};

/** Refusals of a message. */
export const messages = {
  binary: (): ProtocolError =>
    new ProtocolError(null, "Binary frames are not supported; send JSON as text"),
  malformed: (problem: string): ProtocolError =>
    new ProtocolError(null, `Invalid message format: ${problem}`),
  unsupportedEvent: (event: string, meant?: string): ProtocolError =>
    new ProtocolError(
      null,
      `Unsupported event received on socket: ${clip(event)} (${meant ? `did you mean ${meant}?` : "client events begin with client-"})`,
    ),
};

/** Refusals of a subscription. */
export const subscriptions = {
  existing: (channel: string): ProtocolError =>
    new ProtocolError(null, `Existing subscription to channel ${channel}`),
  none: (channel: string): ProtocolError =>
    new ProtocolError(
      null,
      `No current subscription to channel ${clip(channel)}, or subscription in progress`,
    ),
  invalidName: (channel: string, limit: number): ProtocolError =>
    new ProtocolError(
      null,
      `Invalid channel name ${quote(channel)}: use 1 to ${limit} letters, digits and _-=@,.;`,
    ),
  tooMany: (limit: number): ProtocolError =>
    new ProtocolError(null, `Too many subscriptions: this server takes ${limit} a connection`),
  noAuth: (channel: string): ProtocolError =>
    new ProtocolError(null, `Auth info required to subscribe to ${channel}`),
  notThisUser: (channel: string): ProtocolError =>
    new ProtocolError(
      null,
      `Not signed in as the user of ${quote(channel)}; call signin() before it is subscribed to`,
    ),
  channelData: (channel: string, problem: string): ProtocolError =>
    new ProtocolError(null, `Invalid channel_data for ${channel}: ${problem}`),
  presenceFull: (channel: string, limit: number): ProtocolError =>
    new ProtocolError(null, `Presence channel ${channel} is full: it takes ${limit} members`),
};

/** Refusals of a signature, for a subscription and for a sign-in. */
export const signatures = {
  wrongKey: (key: string): ProtocolError =>
    new ProtocolError(null, `Invalid key in subscription auth data; it must be ${quote(key)}`),
  invalid: (signed: string, given: string): ProtocolError =>
    new ProtocolError(
      null,
      `Invalid signature: Expected HMAC SHA256 hex digest of ${clip(signed)}, but got ${clip(given)}`,
    ),
};

/** Refusals of a client event. */
export const clientEvents = {
  wrongKind: (): ProtocolError =>
    new ProtocolError(
      null,
      "Client event rejected - only supported on private and presence channels",
    ),
  encrypted: (): ProtocolError =>
    new ProtocolError(null, "Client event rejected - not supported on encrypted channels"),
  notSubscribed: (channel: string): ProtocolError =>
    new ProtocolError(
      null,
      `Cannot broadcast client event (connection not subscribed to channel ${clip(channel)})`,
    ),
  tooMany: (limit: number): ProtocolError =>
    new ProtocolError(
      4301,
      `Client event rejected due to rate limit: ${limit} a second for each connection`,
    ),
  nameTooLong: (limit: number): ProtocolError =>
    new ProtocolError(null, `Client event rejected - its name is longer than ${limit} characters`),
  tooLarge: (limit: number): ProtocolError =>
    new ProtocolError(
      null,
      `The data content of this event exceeds the allowed maximum (${limit} bytes)`,
    ),
};

/** Refusals of a sign-in. */
export const signIns = {
  noAuth: (): ProtocolError => new ProtocolError(null, "Auth info required to sign in"),
  userData: (problem: string): ProtocolError =>
    new ProtocolError(null, `Invalid user_data: ${problem}`),
  watchlistTooLong: (limit: number): ProtocolError =>
    new ProtocolError(4302, `Watchlist limit exceeded: it takes ${limit} users`),
  otherUser: (): ProtocolError =>
    new ProtocolError(null, "Connection already signed in with a different user id"),
};

// a message names what the client sent, but a hundred kilobytes of it help nobody
function clip(text: string): string {
  return text.length > 1000 ? `${text.slice(0, 1000)}…` : text;
}
