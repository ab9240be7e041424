// An event as something saw it on its way, and the payload that it carries.
import type { BuilderTarget } from "@lockstep/runtime/publish";

/** What a memory transport, an outbox or a recording of your own holds. A `ChannelEvent` fits. */
export interface PublishedEvent {
  /** Wire channel name. */
  readonly channel: string;
  /** Wire event name. */
  readonly name: string;
  /** JSON text: the payload, or where `envelope` is absent and the contract has one, the CloudEvents object around it. */
  readonly data: string;
  /** Attributes, where the payload stands beside them rather than within. */
  readonly envelope?: unknown;
}

/** Events, or what has them under `published`. */
export type PublishedSource =
  | readonly PublishedEvent[]
  | { readonly published: readonly PublishedEvent[] };

export function eventsOf(source: PublishedSource): readonly PublishedEvent[] {
  return "published" in source ? source.published : source;
}

export function isFor(event: PublishedEvent, target: BuilderTarget): boolean {
  return event.channel === target.channel && event.name === target.name;
}

/** The payload alone, whether or not it travels in an envelope. */
export function payloadOf(event: PublishedEvent, { isEnveloped }: BuilderTarget): unknown {
  const value: unknown = JSON.parse(event.data);
  if (!isEnveloped || event.envelope !== undefined) return value;
  // an event that was built and not yet sent
  if ("id" in event) return value;
  return (value as { readonly data?: unknown }).data;
}
