// The bodies of the two requests that publish, untrusted → judged.
import { hasChannelNameCharacters } from "@lockstep/runtime";
import type { Limits } from "../limits.ts";
import { quote } from "../quote.ts";
import { isUserChannel } from "../users/user-channel.ts";
import { ApiError } from "./api-error.ts";
import { type Attribute, parseAttributes } from "./channel-attributes.ts";

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

function readEventName(name: unknown, { eventNameLength }: Limits): string {
  if (typeof name !== "string" || name === "") {
    throw new ApiError(400, "name must be a string that is not empty");
  }
  if (name.length > eventNameLength) {
    throw new ApiError(400, `event name ${quote(name)} is longer than ${eventNameLength}`);
  }
  // the hosted service refuses even `pusher-notification`
  if (name.startsWith("pusher")) {
    throw new ApiError(400, `The 'pusher' namespace is reserved; rename the event ${quote(name)}`);
  }
  return name;
}

function readData(data: unknown, { payloadBytes }: Limits): string {
  if (typeof data !== "string") {
    throw new ApiError(400, "data must be a string; encode the payload as JSON");
  }
  if (Buffer.byteLength(data) > payloadBytes) {
    throw new ApiError(
      413,
      `The data content of this event exceeds the allowed maximum (${payloadBytes} bytes)`,
    );
  }
  return data;
}

/**
 * Reads a channel's name.
 *
 * @throws {ApiError} 400 when it is not legal
 */
export function readChannelName(name: unknown, { channelNameLength }: Limits): string {
  if (typeof name !== "string") throw new ApiError(400, "a channel name must be a string");
  if (isUserChannel(name) && name.length <= 2 * channelNameLength) return name;
  if (name.length > channelNameLength || !hasChannelNameCharacters(name)) {
    throw new ApiError(
      400,
      `Invalid channel name ${quote(name)}: use 1 to ${channelNameLength} letters, digits and _-=@,.;`,
    );
  }
  return name;
}

function readSocketId(socketId: unknown): string | undefined {
  if (socketId === undefined || socketId === null) return undefined;
  if (typeof socketId !== "string" || !/^\d+\.\d+$/.test(socketId)) {
    throw new ApiError(400, "socket_id must be a string of the form 123.456");
  }
  return socketId;
}
