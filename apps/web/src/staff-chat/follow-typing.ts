// Puts who is typing in a conversation of the staff on the chats' bus.
import type { PresenceSubscribeOptions } from "@lockstep/runtime/subscribe";
import type { StaffChatConversationPresenceMember } from "@lockstep-demo/events";
import {
  type Subscriber,
  type Subscription,
  subscribeToStaffChatConversationPresence,
} from "@lockstep-demo/subscribers";
import type { ChatEvents, ChatPlace } from "../chat/chat-events.ts";

export interface FollowTypingOptions
  extends PresenceSubscribeOptions<StaffChatConversationPresenceMember> {
  readonly events: ChatEvents;
}

/** Believes the server about who it is, never the page that says so: any colleague's page could claim any name. */
export function followTyping(
  subscriber: Subscriber,
  place: ChatPlace,
  { events, ...options }: FollowTypingOptions,
): Subscription {
  const { hotelSlug, conversationId } = place;
  const subscription = subscribeToStaffChatConversationPresence(
    subscriber,
    { hotelSlug, conversationId },
    {
      clientTyping(_claim, { userId = "" }) {
        const member = subscription.members.get(userId);
        // another tab of the same person
        if (member === undefined || userId === subscription.myId) return;
        const { staff_id: id, staff_name: name } = member;
        events.emit({ place, type: "typing", who: { id, name } });
      },
    },
    options,
  );
  return subscription;
}
