// Which observed events an application's webhook is told, and in what form.
import { channelKindOf, channelTraitsOf } from "@lockstep/runtime";
import type { DevServerEvent } from "../protocol/observed.ts";

/** @see Pusher, *Webhooks* */
export type WebhookEvent =
  | { readonly name: "channel_occupied" | "channel_vacated"; readonly channel: string }
  | {
      readonly name: "member_added" | "member_removed";
      readonly channel: string;
      readonly user_id: string;
    }
  | {
      readonly name: "client_event";
      readonly channel: string;
      readonly event: string;
      readonly data: string | undefined;
      readonly socket_id: string;
      /** Only of a presence channel. */
      readonly user_id: string | undefined;
    }
  | { readonly name: "cache_miss"; readonly channel: string }
  | {
      readonly name: "subscription_count";
      readonly channel: string;
      readonly subscription_count: number;
    };

/** Answers the webhook event, or `undefined` for what applications are not told. */
export function webhookEventOf(event: DevServerEvent): WebhookEvent | undefined {
  switch (event.type) {
    case "channel-occupied":
      return { name: "channel_occupied", channel: event.channel };
    case "channel-vacated":
      return { name: "channel_vacated", channel: event.channel };
    case "member-added":
      return { name: "member_added", channel: event.channel, user_id: event.userId };
    case "member-removed":
      return { name: "member_removed", channel: event.channel, user_id: event.userId };
    case "cache-miss":
      return { name: "cache_miss", channel: event.channel };
    case "client-event": {
      const { channel, data, socketId: socket_id, userId: user_id } = event;
      return { name: "client_event", channel, event: event.event, data, socket_id, user_id };
    }
    case "subscribed":
    case "unsubscribed": {
      const { channel, subscribers } = event;
      // the hosted service counts no presence channel: its members are told already
      return channelTraitsOf(channelKindOf(channel)).presence
        ? undefined
        : { name: "subscription_count", channel, subscription_count: subscribers };
    }
    default:
      return undefined;
  }
}
