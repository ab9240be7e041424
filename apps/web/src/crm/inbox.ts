// Everything that a user knows of messages, as one value: a log for each person that they exchange messages with.
import type { CrmMessage, StoredCrmMessage } from "@lockstep-demo/api";
import {
  type ChatLog,
  type ChatMessage,
  emptyLog,
  noteReceipt,
  putMessage,
} from "../chat/chat-log.ts";
import { nameOf } from "../session/name-of.ts";
import type { Change } from "../store/list-store.ts";

/** By the other person's id. Of received messages, a receipt says that this user has read them. */
export type Inbox = Readonly<Record<number, ChatLog>>;

/** A message, and whose log it belongs to. */
export interface FiledMessage {
  readonly personId: number;
  readonly message: ChatMessage;
  readonly isRead: boolean;
}

export const emptyInbox: Inbox = {};

/** A fresh answer of the server beside what is known: it holds the newest messages only, and may be late. */
export function withAnswer(answer: readonly FiledMessage[], known: Inbox = emptyInbox): Inbox {
  return answer.reduce(receive, known);
}

/** Puts a message in its place; a second copy changes nothing. */
export function receive(inbox: Inbox, { personId, message, isRead }: FiledMessage): Inbox {
  return changeLog(inbox, personId, (log) => {
    const changed = putMessage(log, message);
    return isRead ? noteReceipt(changed, message.id, "read") : changed;
  });
}

/** Notes that a message was read, by whichever of the two has got it. */
export function noteRead(inbox: Inbox, personId: number, messageId: number): Inbox {
  return changeLog(inbox, personId, (log) => noteReceipt(log, messageId, "read"));
}

export function changeLog(inbox: Inbox, personId: number, change: Change<ChatLog>): Inbox {
  const log = logOf(inbox, personId);
  const changed = change(log);
  return changed === log ? inbox : { ...inbox, [personId]: changed };
}

export function logOf(inbox: Inbox, personId: number): ChatLog {
  return inbox[personId] ?? emptyLog;
}

/** Ids of received messages that this user has not read, the oldest first. */
export function unreadIn({ messages, receipts }: ChatLog): readonly number[] {
  return messages.filter(({ id, isOwn }) => !isOwn && receipts[id] !== "read").map(({ id }) => id);
}

/** A message as the API answers it to one of the two. */
export function fileStored(stored: StoredCrmMessage, userId: number): FiledMessage {
  const isOwn = stored.sender.id === userId;
  const personId = isOwn ? stored.recipient_id : stored.sender.id;
  return { personId, message: toChatMessage(stored, isOwn), isRead: stored.is_read };
}

/** A message as the event tells of it to whoever got it. */
export function fileReceived(received: CrmMessage): FiledMessage {
  const message = toChatMessage(received, false);
  return { personId: received.sender.id, message, isRead: received.is_read };
}

function toChatMessage(message: CrmMessage, isOwn: boolean): ChatMessage {
  return {
    id: message.id,
    text: message.content,
    author: nameOf(message.sender),
    isOwn,
    sentAt: message.created_at,
    ...(message.subject !== "" && { subject: message.subject }),
  };
}
