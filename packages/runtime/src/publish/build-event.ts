// From a payload to an event: judged strictly, as the JSON that it becomes.
import type { EventDefinition } from "../channel.ts";
import type { ChannelEvent, EventAttributes } from "../channel-event.ts";
import { PayloadInvalidError } from "../errors/payload-invalid-error.ts";
import { PayloadTooLargeError } from "../errors/payload-too-large-error.ts";
import { payloadLimitBytes } from "../names/limits.ts";
import { readStrictly } from "../schema/read-strictly.ts";
import { type Place, snapshotPayload } from "../schema/snapshot-payload.ts";
import { countWireBytes, surelyFits, wireData } from "./wire-data.ts";

export interface BuildEventInput {
  readonly payload: unknown;
  /** Declared attributes besides CloudEvents' own. */
  readonly extensions: object;
  /** @default a new UUID */
  readonly id?: string;
  /** CloudEvents `time`. @default now */
  readonly time?: string;
}

/**
 * Builds an event on the channel of this name.
 *
 * @throws {PayloadInvalidError} with every fault of the payload or of the attributes
 * @throws {PayloadTooLargeError} when Pusher would not take it
 */
export function buildEvent(
  channel: string,
  { name, schema, envelope }: EventDefinition<unknown>,
  input: BuildEventInput,
): ChannelEvent {
  const { payload, id = crypto.randomUUID() } = input;
  const place = { channel, event: name };
  const data = snapshotPayload(schema, payload, place);
  const event = { id, channel, name, data };
  const built = envelope ? { ...event, envelope: buildAttributes(place, envelope, input) } : event;
  // the source is known only to the publisher, so an envelope is measured again when it is sent
  assertFits(built, wireData(built, { source: "" }));
  return built;
}

function buildAttributes(
  place: Place,
  { type, extensions: schema }: NonNullable<EventDefinition<unknown>["envelope"]>,
  { extensions, time = new Date().toISOString() }: BuildEventInput,
): EventAttributes {
  const result = schema && readStrictly(schema, extensions);
  if (result && !result.success) {
    throw new PayloadInvalidError({ ...place, issues: result.error.issues, subject: "attributes" });
  }
  return { ...extensions, specversion: "1.0", type, time };
}

/** @throws {PayloadTooLargeError} when the data is more than Pusher takes */
export function assertFits(event: ChannelEvent, data: string): void {
  if (surelyFits(data)) return;
  const bytes = countWireBytes(event.channel, data);
  if (bytes <= payloadLimitBytes) return;
  throw new PayloadTooLargeError({
    channel: event.channel,
    event: event.name,
    bytes,
    limitBytes: payloadLimitBytes,
  });
}
