// From a channel of the contract and its parameters to one builder for each event.
import type { Channel, EventDefinition } from "../channel.ts";
import type { ChannelEvent, EventAttributes } from "../channel-event.ts";
import { noticeDeprecation } from "../deprecation.ts";
import { PayloadInvalidError } from "../errors/payload-invalid-error.ts";
import { PayloadTooLargeError } from "../errors/payload-too-large-error.ts";
import { formatChannelName } from "../names/format-channel-name.ts";
import { payloadLimitBytes } from "../names/limits.ts";
import { isClientEventName } from "../names/name-rules.ts";
import { readStrictly } from "../schema/read-strictly.ts";
import { type Place, snapshotPayload } from "../schema/snapshot-payload.ts";
import { countWireBytes, wireData } from "./wire-data.ts";

/** One builder for each event that a server may publish, by key; `extensions` are attributes beside the payload. */
export type EventBuilders<Events> = {
  readonly [Key in keyof Events]: (payload: Events[Key], extensions?: object) => ChannelEvent;
};

/**
 * Answers builders for the events of one channel. Client events have none.
 *
 * A builder judges its payload strictly, as the JSON that it becomes, and keeps that JSON: later changes of the payload
 * do not reach the event. It throws {@link PayloadInvalidError} with every fault, and {@link PayloadTooLargeError} when
 * Pusher would not take it.
 *
 * @throws {ChannelParameterError} when the parameters give no legal channel name
 */
export function createEventBuilders<Parameters, Events>(
  channel: Channel<Parameters, Events>,
  parameters: Parameters,
): EventBuilders<Events> {
  const name = formatChannelName(channel, parameters);
  noticeDeprecation({ channel: channel.key, deprecation: channel.deprecated });
  const definitions = Object.entries<EventDefinition<unknown>>(channel.events);
  return Object.fromEntries(
    definitions
      .filter(([, definition]) => !isClientEventName(definition.name))
      .map(([key, definition]) => [
        key,
        (payload: unknown, extensions: object = {}) => {
          const { name: event, deprecated: deprecation } = definition;
          noticeDeprecation({ channel: channel.key, event, deprecation });
          return buildEvent(name, definition, payload, extensions);
        },
      ]),
  ) as EventBuilders<Events>;
}

function buildEvent(
  channel: string,
  { name, schema, envelope }: EventDefinition<unknown>,
  payload: unknown,
  extensions: object,
): ChannelEvent {
  const place = { channel, event: name };
  const data = snapshotPayload(schema, payload, place);
  const event = { id: crypto.randomUUID(), channel, name, data };
  const built = envelope
    ? { ...event, envelope: buildAttributes(place, envelope, extensions) }
    : event;
  // the source is known only to the publisher, so an envelope is measured again when it is sent
  assertFits(built, wireData(built, { source: "" }));
  return built;
}

function buildAttributes(
  place: Place,
  { type, extensions: schema }: NonNullable<EventDefinition<unknown>["envelope"]>,
  extensions: object,
): EventAttributes {
  const result = schema && readStrictly(schema, extensions);
  if (result && !result.success) {
    throw new PayloadInvalidError({ ...place, issues: result.error.issues, subject: "attributes" });
  }
  return { ...extensions, specversion: "1.0", type, time: new Date().toISOString() };
}

/** @throws {PayloadTooLargeError} when the data is more than Pusher takes */
export function assertFits(event: ChannelEvent, data: string): void {
  const bytes = countWireBytes(event.channel, data);
  if (bytes <= payloadLimitBytes) return;
  throw new PayloadTooLargeError({
    channel: event.channel,
    event: event.name,
    bytes,
    limitBytes: payloadLimitBytes,
  });
}
