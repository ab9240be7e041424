// The HTTP API's questions about channels.
import { channelKindOf, channelTraitsOf } from "@lockstep/runtime";
import type { HubState } from "../hub-state.ts";
import { quote } from "../quote.ts";
import { ApiError } from "./api-error.ts";
import { attributesOf, parseAttributes } from "./channel-attributes.ts";
import type { Query } from "./parse-query.ts";
import { readChannelName } from "./read-trigger-fields.ts";

/**
 * Answers the occupied channels.
 *
 * @throws {ApiError} 400 when `user_count` is asked of more than presence channels
 * @see Pusher HTTP API, *GET channels*
 */
export function listChannels(hub: HubState, query: Query): object {
  refuseOthers(query, ["filter_by_prefix", "info"]);
  const prefix = query.get("filter_by_prefix") ?? "";
  const attributes = parseAttributes(query.get("info") ?? "", ["user_count"]);
  if (attributes.length > 0 && !prefix.startsWith("presence-")) {
    throw new ApiError(
      400,
      "info: user_count is for presence channels; add filter_by_prefix=presence-",
    );
  }
  const names = [...hub.channels.keys()].filter((name) => name.startsWith(prefix));
  const entries = names.map((name) => [name, attributesOf(hub, name, attributes)] as const);
  return { channels: Object.fromEntries(entries) };
}

/**
 * Answers whether a channel is occupied, and what was asked of it.
 *
 * @throws {ApiError} 400 when the name is illegal, or an attribute is not for its kind
 * @see Pusher HTTP API, *GET channel*
 */
export function describeChannel(hub: HubState, channel: string, query: Query): object {
  refuseOthers(query, ["info"]);
  const name = readChannelName(channel, hub.limits);
  const attributes = parseAttributes(query.get("info") ?? "", [
    "user_count",
    "subscription_count",
    "cache",
  ]);
  const { presence, cached } = channelTraitsOf(channelKindOf(name));
  if (attributes.includes("user_count") && !presence) {
    throw new ApiError(400, `info: user_count is for presence channels, not ${quote(name)}`);
  }
  if (attributes.includes("cache") && !cached) {
    throw new ApiError(400, `info: cache is for cache channels, not ${quote(name)}`);
  }
  return { occupied: hub.channels.has(name), ...attributesOf(hub, name, attributes) };
}

/**
 * Answers the distinct users of a presence channel.
 *
 * @throws {ApiError} 400 on a channel of another kind
 * @see Pusher HTTP API, *GET users*
 */
export function listUsers(hub: HubState, channel: string, query: Query): object {
  refuseOthers(query, []);
  const name = readChannelName(channel, hub.limits);
  if (!channelTraitsOf(channelKindOf(name)).presence) {
    throw new ApiError(400, `users are of presence channels, and ${quote(name)} is none`);
  }
  const members = [...(hub.channels.get(name)?.members.keys() ?? [])];
  return { users: members.map((id) => ({ id })) };
}

function refuseOthers(query: Query, known: readonly string[]): void {
  const others = [...query.keys()].filter((name) => !known.includes(name));
  if (others.length > 0) {
    throw new ApiError(400, `query string parameters are extraneous: ${others.join(", ")}`);
  }
}
