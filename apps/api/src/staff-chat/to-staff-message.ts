// A staff message's row as the contract and the API show it.
import type { MessageCreated } from "@lockstep-demo/events";
import { fullNameOf } from "../auth/full-name.ts";
import type { StaffConversationRow, StaffMessageRow } from "./staff-chat-store.ts";

/** The contract's own type: what an event tells of a message is what the API answers. */
export type StaffMessage = MessageCreated;

/** A conversation in the list of them. */
export interface StaffConversation {
  readonly id: number;
  readonly title: string;
  readonly last_message: StaffMessage | null;
}

export function toStaffMessage({ message, sender }: StaffMessageRow): StaffMessage {
  return {
    message_id: message.id,
    conversation_id: message.conversationId,
    sender_id: message.senderId,
    sender_name: fullNameOf(sender),
    text: message.text,
    created_at: message.createdAt.toISOString(),
  };
}

export function toStaffConversation(
  { id, title }: StaffConversationRow,
  last: StaffMessageRow | undefined,
): StaffConversation {
  return { id, title, last_message: last === undefined ? null : toStaffMessage(last) };
}
