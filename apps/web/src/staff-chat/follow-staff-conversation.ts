// Puts what happens in a conversation of the staff on the chats' bus.
import {
  type SubscribeOptions,
  type Subscriber,
  type Subscription,
  subscribeToStaffChatConversation,
} from "@lockstep-demo/subscribers";
import type { ChatEvents, ChatPlace } from "../chat/chat-events.ts";
import { toChatMessage } from "./to-chat-message.ts";

export interface FollowOptions extends SubscribeOptions {
  readonly events: ChatEvents;
  /** Id of the person who looks at the conversation. */
  readonly viewerId: number;
}

export function followStaffConversation(
  subscriber: Subscriber,
  place: ChatPlace,
  { events, viewerId, ...options }: FollowOptions,
): Subscription {
  const { hotelSlug, conversationId } = place;
  return subscribeToStaffChatConversation(
    subscriber,
    { hotelSlug, conversationId },
    {
      messageCreated: (payload) =>
        events.emit({ place, type: "message", message: toChatMessage(payload, viewerId) }),
    },
    options,
  );
}
