// The bodies of the two requests that publish, untrusted → judged.
import type { Limits } from "../limits.ts";
import { ApiError } from "./api-error.ts";
import { type Attribute, parseAttributes } from "./channel-attributes.ts";
import { readChannelName, readData, readEventName, readSocketId } from "./read-trigger-fields.ts";

/** One event for one channel or several. */
export interface Trigger {
  readonly event: string;
  readonly data: string;
  readonly channels: readonly string[];
  readonly exceptSocketId: string | undefined;
  /** What the publisher wants to know of each channel. */
  readonly info: readonly Attribute[] | undefined;
}

type JsonObject = Readonly<Record<string, unknown>>;

const triggerAttributes = ["user_count", "subscription_count"] as const;

/**
 * Reads the body of `POST /events`.
 *
 * @throws {ApiError} 400, or 413 when the data is too large
 * @see Pusher HTTP API, *POST event*
 */
export function parseTrigger(body: Uint8Array, limits: Limits): Trigger {
  const request = parseObject(body);
  const channels = request.channels === undefined ? [request.channel] : request.channels;
  if (!Array.isArray(channels) || channels.length === 0) {
    throw new ApiError(400, "channels must be an array of channel names that is not empty");
  }
  if (channels.length > limits.channelsPerTrigger) {
    throw new ApiError(
      400,
      `cannot trigger on more than ${limits.channelsPerTrigger} channels, got ${channels.length}`,
    );
  }
  return readTrigger(request, channels, limits);
}

/**
 * Reads the body of `POST /batch_events`: all of it, before anything of it is published.
 *
 * @throws {ApiError} 400, or 413 when some data is too large
 * @see Pusher HTTP API, *POST batch events*
 */
export function parseBatch(body: Uint8Array, limits: Limits): readonly Trigger[] {
  const { batch } = parseObject(body);
  if (!Array.isArray(batch)) throw new ApiError(400, "batch must be an array of events");
  if (batch.length > limits.eventsPerBatch) {
    throw new ApiError(
      400,
      `batch must hold at most ${limits.eventsPerBatch} events, got ${batch.length}`,
    );
  }
  return batch.map((item: unknown) => {
    const request = asObject(item, "an event of a batch");
    return readTrigger(request, [request.channel], limits);
  });
}

function readTrigger(
  { name, data, socket_id: socketId, info }: JsonObject,
  channels: readonly unknown[],
  limits: Limits,
): Trigger {
  return {
    event: readEventName(name, limits),
    data: readData(data, limits),
    channels: channels.map((channel) => readChannelName(channel, limits)),
    exceptSocketId: readSocketId(socketId),
    info: info === undefined ? undefined : parseAttributes(info, triggerAttributes),
  };
}

function parseObject(body: Uint8Array): JsonObject {
  let value: unknown;
  try {
    value = JSON.parse(Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString());
  } catch {
    throw new ApiError(400, "the body must be JSON");
  }
  return asObject(value, "the body");
}

function asObject(value: unknown, subject: string): JsonObject {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new ApiError(400, `${subject} must be an object`);
  }
  return value as JsonObject;
}
