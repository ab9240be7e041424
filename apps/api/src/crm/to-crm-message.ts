// A message between users, and a conversation, as the contract and the API show them.
import { type PrivateUserNewMessage, privateUserNewMessageSchema } from "@lockstep-demo/events";
import * as z from "zod/mini";
import { contractObject } from "../openapi/contract-object.ts";
import type { ConversationRow, CrmMessageRow, PersonRow, SentMessageRow } from "./crm-store.ts";

/** The contract's own type. */
export type CrmMessage = PrivateUserNewMessage;

export type CrmPerson = CrmMessage["sender"];

const crmMessage = contractObject(privateUserNewMessageSchema);
export const crmPerson: z.ZodMiniType<CrmPerson> = crmMessage.shape.sender;
crmPerson.register(z.globalRegistry, { id: "CrmPerson" });

/** A message as the API answers it: what the recipient is told of it, and where it belongs. */
export type StoredCrmMessage = CrmMessage & {
  readonly recipient_id: number;
  readonly conversation_id: number;
};

export const storedCrmMessage: z.ZodMiniType<StoredCrmMessage> = z
  .extend(crmMessage, { recipient_id: z.int(), conversation_id: z.int() })
  .register(z.globalRegistry, { id: "CrmMessage" });

/** A conversation in the list of them. */
export interface CrmConversation {
  readonly id: number;
  /** Whom it is with. */
  readonly person: CrmPerson;
  readonly last_message: { readonly content: string; readonly created_at: string };
  /** Messages that I got and have not read. */
  readonly unread_count: number;
}

export const crmConversation: z.ZodMiniType<CrmConversation> = z
  .object({
    id: z.int(),
    person: crmPerson,
    last_message: z.object({
      content: crmMessage.shape.content,
      created_at: crmMessage.shape.created_at,
    }),
    unread_count: z.int().check(z.gte(0), z.describe("Messages that I got and have not read.")),
  })
  .register(z.globalRegistry, { id: "CrmConversation" });

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

export function toPerson({ id, email, firstName, lastName }: PersonRow): CrmPerson {
  return { id, email, first_name: firstName, last_name: lastName };
}
