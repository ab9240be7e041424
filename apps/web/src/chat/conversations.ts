// The conversations that somebody can open, with the latest message of each.
import type { ChatMessage } from "./chat-log.ts";

export interface Conversation {
  readonly id: number;
  readonly title: string;
  readonly latest: ChatMessage | null;
  /** Number of the guest's room, where it is a guest's. */
  readonly roomNumber?: number;
}

/** By title, as the server orders them. */
export type Conversations = readonly Conversation[];

/** A fresh answer of the server, unless a later message of a conversation is known. */
export function withConversations(fresh: Conversations, known: Conversations = []): Conversations {
  return known.reduce(
    (list, { id, latest }) => (latest ? withLatest(list, id, latest) : list),
    fresh,
  );
}

/** Notes a message as the latest of its conversation, unless a later one is known. */
export function withLatest(list: Conversations, id: number, message: ChatMessage): Conversations {
  const isNews = list.some(
    (conversation) =>
      conversation.id === id &&
      (conversation.latest === null || conversation.latest.id < message.id),
  );
  if (!isNews) return list;
  return list.map((conversation) =>
    conversation.id === id ? { ...conversation, latest: message } : conversation,
  );
}
