// The fields of an event that is to be published, each untrusted → judged, or an ApiError that says what is wrong.
import { hasChannelNameCharacters } from "@lockstep/runtime";
import type { Limits } from "../limits.ts";
import { quote } from "../quote.ts";
import { isUserChannel } from "../users/user-channel.ts";
import { ApiError } from "./api-error.ts";

export function readEventName(name: unknown, { eventNameLength }: Limits): string {
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

export function readData(data: unknown, { payloadBytes }: Limits): string {
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

export function readSocketId(socketId: unknown): string | undefined {
  if (socketId === undefined || socketId === null) return undefined;
  if (typeof socketId !== "string" || !/^\d+\.\d+$/.test(socketId)) {
    throw new ApiError(400, "socket_id must be a string of the form 123.456");
  }
  return socketId;
}
