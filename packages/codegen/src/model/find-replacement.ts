// Which event a deprecated event is replaced by.
import type { ChannelModel, MessageModel } from "./contract-model.ts";

/** An event of a channel. */
export interface EventModel {
  readonly channel: ChannelModel;
  readonly message: MessageModel;
}

/**
 * Follows `use` of the channel and of the message to an event that is not deprecated. A message keeps its key where only
 * its channel is replaced; one that its channel does not have is looked for in the others.
 *
 * @returns one event; several where channels that are not deprecated share the key; none where nothing replaces it
 */
export function findReplacements(
  event: EventModel,
  channels: readonly ChannelModel[],
): readonly EventModel[] {
  const seen = new Set<string>();
  let places: readonly EventModel[] = [event];
  for (;;) {
    const [place, ...others] = places;
    if (place === undefined || others.length > 0) return places;
    const { channel, message } = place;
    if (!channel.deprecated && !message.deprecated) return place === event ? [] : [place];
    const id = `${channel.key}\n${message.key}`;
    // two that name each other replace nothing
    if (seen.has(id)) return [];
    seen.add(id);
    places = stepFrom(place, channels);
  }
}

function stepFrom(
  { channel, message }: EventModel,
  channels: readonly ChannelModel[],
): readonly EventModel[] {
  const isReplaced = channel.deprecated?.use !== undefined;
  if (!isReplaced && message.deprecated?.use === undefined) return [];
  const key = message.deprecated?.use ?? message.key;
  const next = isReplaced ? channels.find((one) => one.key === channel.deprecated?.use) : channel;
  const own = next && eventOf(next, key);
  if (own !== undefined) return [own];
  if (message.deprecated?.use === undefined) return [];
  return channels
    .filter(({ deprecated }) => deprecated === undefined)
    .flatMap((other) => eventOf(other, key) ?? []);
}

function eventOf(channel: ChannelModel, key: string): EventModel | undefined {
  const message = channel.messages.find((one) => one.key === key);
  return message && { channel, message };
}
