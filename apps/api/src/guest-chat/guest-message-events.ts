// The events that tell of a message between the reception and a guest.
import { type ChannelEvent, guestConversation, guestRoom } from "@lockstep-demo/publishers";
import type { GuestMessage } from "./to-guest-message.ts";

export interface GuestMessageEventOptions {
  readonly hotelSlug: string;
  /** When a message of the staff went out to the room; null for a guest's own. */
  readonly deliveredAt: Date | null;
}

/** A message of the staff goes to the room and to the conversation, with its delivery; a guest's to the conversation. */
export function guestMessageEvents(
  message: GuestMessage,
  { hotelSlug, deliveredAt }: GuestMessageEventOptions,
): ChannelEvent[] {
  const room = guestRoom({ hotelSlug, roomNumber: message.room_number });
  const conversation = guestConversation({ hotelSlug, conversationId: message.conversation_id });
  if (deliveredAt === null) return [conversation.newMessage(message)];
  const delivered_at = deliveredAt.toISOString();
  return [
    room.newStaffMessage(message),
    conversation.newMessage(message),
    conversation.messageDelivered({ message_id: message.id, delivered_at, status: "delivered" }),
  ];
}
