// A message between members of the staff as the chats show it.
import type { StaffMessage } from "@lockstep-demo/api";
import type { ChatMessage } from "../chat/chat-log.ts";

/** @param viewerId id of the person who looks at it */
export function toChatMessage(message: StaffMessage, viewerId: number): ChatMessage {
  return {
    id: message.message_id,
    text: message.text,
    author: message.sender_name,
    isOwn: message.sender_id === viewerId,
    sentAt: message.created_at,
  };
}
