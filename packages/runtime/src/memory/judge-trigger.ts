// What Pusher's HTTP API would refuse.
import { TransportError } from "../errors/transport-error.ts";
import { channelKindOf, channelTraitsOf } from "../names/channel-kind.ts";
import {
  channelsPerTriggerLimit,
  eventNameLimit,
  eventsPerBatchLimit,
  payloadLimitBytes,
  serverChannelNameLimit,
} from "../names/limits.ts";
import { hasChannelNameCharacters, isEventName, isSocketId } from "../names/name-rules.ts";
import type { PusherBatchEvent } from "../publish/pusher-server.ts";
import { countWireBytes } from "../publish/wire-data.ts";

/** One event as the transport delivers it. */
export interface TriggeredEvent {
  readonly channel: string;
  readonly name: string;
  /** JSON text, or any other text that was given as such. */
  readonly data: string;
  readonly socketId: string | undefined;
}

/** Judges one event for all its channels. @throws {TransportError} with the status that Pusher would answer */
export function judgeTrigger(
  channels: readonly string[],
  event: Omit<PusherBatchEvent, "channel">,
): readonly TriggeredEvent[] {
  if (channels.length > channelsPerTriggerLimit) {
    throw new TransportError(400, `a trigger has at most ${channelsPerTriggerLimit} channels`);
  }
  const isEncrypted = (channel: string) => channelTraitsOf(channelKindOf(channel)).encrypted;
  if (channels.length > 1 && channels.some(isEncrypted)) {
    throw new TransportError(400, "an encrypted channel is triggered alone");
  }
  return channels.map((channel) => judgeEvent({ ...event, channel }));
}

/** Judges all events before any is delivered. @throws {TransportError} with the status that Pusher would answer */
export function judgeBatch(events: readonly PusherBatchEvent[]): readonly TriggeredEvent[] {
  if (events.length > eventsPerBatchLimit) {
    throw new TransportError(400, `a batch has at most ${eventsPerBatchLimit} events`);
  }
  return events.map(judgeEvent);
}

function judgeEvent({
  channel,
  name,
  data,
  socket_id: socketId,
}: PusherBatchEvent): TriggeredEvent {
  if (!isEventName(name)) {
    throw new TransportError(
      400,
      `event name ${JSON.stringify(name)}: must have 1 to ${eventNameLimit} characters and not begin with pusher`,
    );
  }
  const user = channel.startsWith("#server-to-user-");
  if (!user && (channel.length > serverChannelNameLimit || !hasChannelNameCharacters(channel))) {
    throw new TransportError(400, `channel name ${JSON.stringify(channel)}: is not legal`);
  }
  if (socketId !== undefined && !isSocketId(socketId)) {
    throw new TransportError(400, `socket id ${JSON.stringify(socketId)}: is malformed`);
  }
  const text = typeof data === "string" ? data : JSON.stringify(data);
  if (text === undefined) throw new TransportError(400, `${name} on ${channel}: has no data`);
  const bytes = countWireBytes(channel, text);
  if (bytes > payloadLimitBytes) {
    throw new TransportError(
      413,
      `The data content of this event exceeds the allowed maximum (${payloadLimitBytes} bytes)`,
    );
  }
  return { channel, name, data: text, socketId };
}
