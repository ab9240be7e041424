// The API's operations on messages between users.
import type { CrmConversation, CrmPerson, StoredCrmMessage } from "@lockstep-demo/api";
import { answerOf, api, asHolder, onceFor } from "../api/api-client.ts";
import type { Attempt } from "../chat/send-patiently.ts";
import type { Session } from "../session/session-store.ts";
import { type FiledMessage, fileStored } from "./inbox.ts";

export function fetchConversations({ token }: Session): Promise<readonly CrmConversation[]> {
  return answerOf(api.conversations.$get({}, asHolder(token)));
}

export function fetchRecipients({ token }: Session): Promise<readonly CrmPerson[]> {
  return answerOf(api.messages.recipients.$get({}, asHolder(token)));
}

export async function fetchMessages({ token, user }: Session): Promise<readonly FiledMessage[]> {
  const messages = await answerOf(api.messages.$get({}, asHolder(token)));
  return messages.map((message) => fileStored(message, user.id));
}

export async function sendMessage(
  { token, user }: Session,
  recipientId: number,
  { key, text, subject = "", signal }: Attempt,
): Promise<FiledMessage> {
  const json = { recipient_id: recipientId, content: text, ...(subject !== "" && { subject }) };
  const request = api.messages.send.$post(
    { header: onceFor(key), json },
    asHolder(token, { signal }),
  );
  return fileStored(await answerOf(request), user.id);
}

export function markRead({ token }: Session, messageId: number): Promise<StoredCrmMessage> {
  const param = { id: String(messageId) };
  return answerOf(api.messages[":id"].mark_read.$post({ param }, asHolder(token)));
}
