// A staff message's row as the contract and the API show it.
import { type MessageCreated, messageCreatedSchema } from "@lockstep-demo/events";
import * as z from "zod/mini";
import { fullNameOf } from "../auth/full-name.ts";
import { contractObject } from "../openapi/contract-object.ts";
import type { StaffConversationRow, StaffMessageRow } from "./staff-chat-store.ts";

/** The contract's own type: what an event tells of a message is what the API answers. */
export type StaffMessage = MessageCreated;

export const staffMessage = contractObject(messageCreatedSchema).register(z.globalRegistry, {
  id: "StaffMessage",
});

/** A conversation in the list of them. */
export const staffConversation = z
  .object({ id: z.int(), title: z.string(), last_message: z.nullable(staffMessage) })
  .register(z.globalRegistry, { id: "StaffConversation" });

export type StaffConversation = Readonly<z.output<typeof staffConversation>>;

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
