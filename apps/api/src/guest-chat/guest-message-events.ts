// The events that tell of a message between the reception and a guest.
import {
  type ChannelEvent,
  guestConversation,
  guestConversationPublic,
  guestRoom,
  guestRoomPublic,
} from "@lockstep-demo/publishers";
import type { GuestMessage } from "./to-guest-message.ts";

export interface GuestMessageEventOptions {
  readonly hotelSlug: string;
  /** When the guest was told of a message of the staff. */
  readonly deliveredAt: Date | null;
  /** Whether pages that still listen to the public channels are told too. */
  readonly publishDeprecated: boolean;
}

/** A message of the staff goes to the room and to the conversation, with its delivery; a guest's to the conversation. */
export function guestMessageEvents(
  message: GuestMessage,
  { hotelSlug, deliveredAt, publishDeprecated }: GuestMessageEventOptions,
): ChannelEvent[] {
  const ofRoom = { hotelSlug, roomNumber: message.room_number };
  const ofConversation = { hotelSlug, conversationId: message.conversation_id };
  const channels = [
    { room: guestRoom(ofRoom), conversation: guestConversation(ofConversation) },
    ...(publishDeprecated
      ? [{ room: guestRoomPublic(ofRoom), conversation: guestConversationPublic(ofConversation) }]
      : []),
  ];
  return channels.flatMap(({ room, conversation }) => {
    if (deliveredAt === null) return [conversation.newMessage(message)];
    const delivered_at = deliveredAt.toISOString();
    return [
      room.newStaffMessage(message),
      conversation.newMessage(message),
      conversation.messageDelivered({ message_id: message.id, delivered_at, status: "delivered" }),
    ];
  });
}
