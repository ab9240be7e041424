// Which names of channels and events, and which ids of connections, are legal.
import { channelNameLimit, eventNameLimit } from "./limits.ts";

/**
 * Characters of a channel name, as the inside of a regular expression's character class.
 *
 * @see https://pusher.com/docs/channels/using_channels/channels/#channel-naming-conventions
 */
export const channelNameCharacters = "A-Za-z0-9_\\-=@,.;";

const legalCharacters = /*#__PURE__*/ new RegExp(`^[${channelNameCharacters}]+$`);

/** Tells whether all characters are legal in a channel name, whatever its length; an empty text is not. */
export function hasChannelNameCharacters(text: string): boolean {
  return legalCharacters.test(text);
}

/** Tells whether every server takes this channel name: legal characters, 164 at most. */
export function isChannelName(name: string): boolean {
  return name.length <= channelNameLimit && hasChannelNameCharacters(name);
}

/** Tells whether an application may publish under this event name: 1 to 200 characters, not Pusher's own. */
export function isEventName(name: string): boolean {
  // the hosted service reserves the bare prefix too: it refuses even `pusher-notification`
  return name.length > 0 && name.length <= eventNameLimit && !name.startsWith("pusher");
}

/** Tells whether the text has the form of a connection's id: two numbers with a dot between. */
export function isSocketId(text: string): boolean {
  return /^\d+\.\d+$/.test(text);
}

/** Tells whether the event travels from client to client. */
export function isClientEventName(name: string): boolean {
  return name.startsWith("client-");
}
