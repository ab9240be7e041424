// Follows a conversation between the reception and a guest for as long as a component is mounted.
import type { OnError, SubscriptionState } from "@lockstep/runtime/subscribe";
import type { GuestConversationNewMessage } from "@lockstep-demo/events";
import { useGuestConversation, useGuestRoom } from "@lockstep-demo/subscribers/react";
import type { ChatPlace } from "../chat/chat-events.ts";
import { refetchChat } from "../chat/use-chat.ts";
import { useOnceSubscribed } from "../realtime/use-once-subscribed.ts";
import { chatEvents } from "../services.ts";
import { type GuestConversationAccess, toChatMessage } from "./guest-chat-api.ts";

export type GuestChatPlaceOf = Pick<
  GuestConversationAccess,
  "side" | "hotelSlug" | "conversationId"
>;

export function guestChatPlace({ side, hotelSlug, conversationId }: GuestChatPlaceOf): ChatPlace {
  return { chat: "guest-chat", hotelSlug, conversationId, audience: side };
}

/**
 * The guest also listens to the room, as guests' pages always have: what comes on both channels has one id, and the
 * store takes it once.
 */
export function useFollowGuestChat(
  access: Omit<GuestConversationAccess, "token">,
  onError: OnError,
): SubscriptionState {
  const { side, hotelSlug, conversationId, roomNumber } = access;
  const place = guestChatPlace(access);
  const receive = (payload: GuestConversationNewMessage) =>
    chatEvents.emit({ place, type: "message", message: toChatMessage(payload, side) });
  const refetch = () => refetchChat(place);
  const options = { onError, onResubscribed: refetch };

  const state = useGuestConversation(
    { hotelSlug, conversationId },
    {
      newMessage: receive,
      messageDelivered: ({ message_id: messageId, status: receipt }) =>
        chatEvents.emit({ place, type: "receipt", messageId, receipt }),
    },
    options,
  );
  useGuestRoom(
    side === "guest" ? { hotelSlug, roomNumber } : null,
    { newStaffMessage: receive },
    options,
  );
  useOnceSubscribed(state, refetch);
  return state;
}
