// What can be asked about a channel: the `info` of the HTTP API.
import { channelKindOf, channelTraitsOf } from "@lockstep/runtime";
import { lastEvent } from "../channels/event-cache.ts";
import type { HubState } from "../hub-state.ts";
import { quote } from "../quote.ts";
import { ApiError } from "./api-error.ts";

export type Attribute = "user_count" | "subscription_count" | "cache";

/**
 * Reads a comma-separated list.
 *
 * @throws {ApiError} 400 when an attribute is not among the allowed ones
 */
export function parseAttributes<Allowed extends Attribute>(
  info: unknown,
  allowed: readonly Allowed[],
): readonly Allowed[] {
  if (typeof info !== "string") throw new ApiError(400, "info must be a comma-separated string");
  return info
    .split(",")
    .filter((part) => part !== "")
    .map((part) => {
      const attribute = allowed.find((one) => one === part);
      if (attribute) return attribute;
      throw new ApiError(
        400,
        `info: unknown attribute ${quote(part)}; ask for ${allowed.join(", ")}`,
      );
    });
}

/**
 * Answers what was asked of a channel; `user_count` only where there are users.
 *
 * @see Pusher HTTP API, *GET channel*
 */
export function attributesOf(
  hub: HubState,
  name: string,
  attributes: readonly Attribute[],
): Readonly<Record<string, unknown>> {
  const { presence, cached } = channelTraitsOf(channelKindOf(name));
  const channel = hub.channels.get(name);
  const answer: Record<string, unknown> = {};
  for (const attribute of attributes) {
    if (attribute === "user_count" && presence) answer.user_count = channel?.members.size ?? 0;
    if (attribute === "subscription_count") {
      answer.subscription_count = channel?.subscribers.size ?? 0;
    }
    if (attribute === "cache" && cached) answer.cache = cacheOf(hub, name);
  }
  return answer;
}

function cacheOf(hub: HubState, name: string): { data: string; ttl: number } | null {
  const cached = lastEvent(hub, name);
  return (
    (cached && {
      data: cached.data,
      ttl: Math.ceil((cached.expiresAtMs - hub.clock.now()) / 1000),
    }) ??
    null
  );
}
