// Who is subscribed to what: the server side of the memory transport.
import { TransportError } from "../errors/transport-error.ts";
import { channelKindOf, channelTraitsOf } from "../names/channel-kind.ts";
import { presenceMembersLimit } from "../names/limits.ts";
import type { TriggeredEvent } from "./judge-trigger.ts";

/** One subscription of one connection, as the hub sees it. */
export interface HubSubscriber {
  readonly socketId: string;
  /** Presence channels: who it is. */
  readonly member: HubMember | undefined;
  receive(event: string, data: unknown, metadata?: { readonly user_id?: string }): void;
}

export interface HubMember {
  readonly user_id: string;
  readonly user_info: unknown;
}

export interface MemoryHub {
  /** @throws {TransportError} when a presence channel is full */
  enter(channel: string, subscriber: HubSubscriber): void;
  leave(channel: string, subscriber: HubSubscriber): void;
  deliver(event: TriggeredEvent): void;
  /** Sends a client event to everyone but its sender. */
  relay(channel: string, sender: HubSubscriber, event: string, data: unknown): void;
}

export function createMemoryHub(): MemoryHub {
  const channels = new Map<string, Set<HubSubscriber>>();
  const cache = new Map<string, TriggeredEvent>();

  const inChannel = (channel: string): readonly HubSubscriber[] => [
    ...(channels.get(channel) ?? []),
  ];

  function toOthers(channel: string, self: HubSubscriber, event: string, data: unknown): void {
    for (const other of inChannel(channel)) if (other !== self) other.receive(event, data);
  }

  return {
    enter(channel, subscriber) {
      const others = inChannel(channel);
      const members = new Map(others.map(({ member }) => [member?.user_id, member]));
      const { member } = subscriber;
      const isNew = member !== undefined && !members.has(member.user_id);
      if (isNew && members.size >= presenceMembersLimit) {
        throw new TransportError(403, `${channel} has ${presenceMembersLimit} members already`);
      }
      channels.set(channel, new Set([...others, subscriber]));
      const all = [...members.values(), member].filter((one) => one !== undefined);
      subscriber.receive("pusher:subscription_succeeded", all);
      if (isNew) toOthers(channel, subscriber, "pusher:member_added", member);
      if (!channelTraitsOf(channelKindOf(channel)).cached) return;
      const cached = cache.get(channel);
      if (cached) subscriber.receive(cached.name, parse(cached.data));
      else subscriber.receive("pusher:cache_miss", undefined);
    },
    leave(channel, subscriber) {
      if (!channels.get(channel)?.delete(subscriber) || !subscriber.member) return;
      const { user_id } = subscriber.member;
      if (inChannel(channel).some((other) => other.member?.user_id === user_id)) return;
      toOthers(channel, subscriber, "pusher:member_removed", subscriber.member);
    },
    deliver(event) {
      if (channelTraitsOf(channelKindOf(event.channel)).cached) cache.set(event.channel, event);
      for (const subscriber of inChannel(event.channel)) {
        if (subscriber.socketId !== event.socketId)
          subscriber.receive(event.name, parse(event.data));
      }
    },
    relay(channel, sender, event, data) {
      const metadata = sender.member ? { user_id: sender.member.user_id } : {};
      for (const other of inChannel(channel)) {
        // each its own copy, as the wire would make it
        if (other !== sender) other.receive(event, structuredClone(data), metadata);
      }
    },
  };
}

// pusher-js hands over text that is no JSON as it is
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
