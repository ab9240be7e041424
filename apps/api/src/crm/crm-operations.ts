// What the routes of messages between users do.
import * as z from "zod/mini";
import { operation } from "../openapi/operation-part.ts";
import { crmConversation, crmPerson, storedCrmMessage } from "./to-crm-message.ts";

const tag = "CRM messages";

export const readsMessages = operation({
  id: "listMessages",
  tag,
  summary: "My newest messages, sent and received, the newest first",
  answers: { 200: z.array(storedCrmMessage) },
});

export const readsConversations = operation({
  id: "listConversations",
  tag,
  summary: "My conversations, the one with the newest message first",
  answers: { 200: z.array(crmConversation) },
});

export const readsRecipients = operation({
  id: "listRecipients",
  tag,
  summary: "Whom I can write to, by name: those who work where I do, or the other users of the CRM",
  answers: { 200: z.array(crmPerson) },
});

export const sendsMessage = operation({
  id: "sendMessage",
  tag,
  summary: "Write to one of the recipients, or to who has written to me before",
  answers: { 201: storedCrmMessage },
});

export const marksRead = operation({
  id: "markMessageRead",
  tag,
  summary: "Mark a message that I got as read",
  answers: { 200: storedCrmMessage },
  refusals: { 404: "I got no such message." },
});
