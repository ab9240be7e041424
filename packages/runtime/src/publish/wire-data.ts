// What Pusher is given as an event's data, and how large it is.
import type { ChannelEvent } from "../channel-event.ts";
import { isEncryptedChannel } from "../names/channel-kind.ts";
import { payloadLimitBytes } from "../names/limits.ts";

export interface WireDataOptions {
  /** CloudEvents `source`, a URI reference; only events with an envelope use it. */
  readonly source: string;
}

/**
 * Answers the JSON text that subscribers get as the event's data: the payload, or the CloudEvents structured-mode
 * object around it.
 *
 * @see https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/formats/json-format.md
 */
export function wireData(event: ChannelEvent, { source }: WireDataOptions): string {
  if (!event.envelope) return event.data;
  const attributes = { ...event.envelope, id: event.id, source };
  // the payload is already JSON text, and is sent to the letter
  return `${JSON.stringify(attributes).slice(0, -1)},"data":${event.data}}`;
}

/** Tells of short data that it is within Pusher's limit on every channel, without counting. */
export function surelyFits(data: string): boolean {
  // a UTF-16 code unit is three bytes at most, which encryption makes four, and about a hundred more
  return 4 * (data.length + 25) <= payloadLimitBytes;
}

/** Answers the UTF-8 bytes that count against Pusher's limit. */
export function countWireBytes(channel: string, data: string): number {
  const bytes = new TextEncoder().encode(data).length;
  if (!isEncryptedChannel(channel)) return bytes;
  // 16 bytes of authentication, then base64, in an object with a nonce of 32 characters
  return '{"nonce":"","ciphertext":""}'.length + 32 + 4 * Math.ceil((bytes + 16) / 3);
}
