// A message between users, and a conversation, as the contract and the API show them.
import type { PrivateUserNewMessage } from "@lockstep-demo/events";
import type { ConversationRow, CrmMessageRow, PersonRow, SentMessageRow } from "./crm-store.ts";

/** The contract's own type. */
export type CrmMessage = PrivateUserNewMessage;

export type CrmPerson = CrmMessage["sender"];

/** A message as the API answers it: what the recipient is told of it, and where it belongs. */
export type StoredCrmMessage = CrmMessage & {
  readonly recipient_id: number;
  readonly conversation_id: number;
};

/** A conversation in the list of them. */
export interface CrmConversation {
  readonly id: number;
  /** Whom it is with. */
  readonly person: CrmPerson;
  readonly last_message: { readonly content: string; readonly created_at: string };
  /** Messages that I got and have not read. */
  readonly unread_count: number;
}

export function toCrmMessage({ message, sender }: SentMessageRow): CrmMessage {
  return {
    id: message.id,
    sender: toPerson(sender),
    content: message.content,
    subject: message.subject,
    created_at: message.createdAt.toISOString(),
    is_read: message.isRead,
  };
}

export function toStoredCrmMessage(row: SentMessageRow): StoredCrmMessage {
  const { recipientId, conversationId } = row.message;
  return { ...toCrmMessage(row), recipient_id: recipientId, conversation_id: conversationId };
}

export function toCrmConversation({ id, person, last, unread }: ConversationRow): CrmConversation {
  return {
    id,
    person: toPerson(person),
    last_message: toLastMessage(last),
    unread_count: unread,
  };
}

/** A message as the last one of its conversation. */
export function toLastMessage({
  content,
  createdAt,
}: CrmMessageRow): CrmConversation["last_message"] {
  return { content, created_at: createdAt.toISOString() };
}

function toPerson({ id, email, firstName, lastName }: PersonRow): CrmPerson {
  return { id, email, first_name: firstName, last_name: lastName };
}
