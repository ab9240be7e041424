// The one bus of the chats: subscriptions put events on it, the chat store and whoever is typing take them off.
import type { ChatMessage, Receipt } from "./chat-log.ts";

/** A conversation as one of the page's sessions sees it. */
export interface ChatPlace {
  readonly chat: "staff-chat" | "guest-chat";
  readonly hotelSlug: string;
  readonly conversationId: number;
  /** The session that it is shown to, and forgotten with. */
  readonly audience: "staff" | "guest";
}

export type ChatEvent = { readonly place: ChatPlace } & (
  | { readonly type: "message"; readonly message: ChatMessage }
  | { readonly type: "receipt"; readonly messageId: number; readonly receipt: Receipt }
  | { readonly type: "typing"; readonly who: TypingPerson }
);

export interface TypingPerson {
  readonly id: number;
  readonly name: string;
}

export interface ChatEvents {
  emit(event: ChatEvent): void;
  /** Answers what ends it. */
  subscribe(listener: (event: ChatEvent) => void): () => void;
}

export function createChatEvents(): ChatEvents {
  const listeners = new Set<(event: ChatEvent) => void>();
  return {
    emit(event) {
      for (const listener of [...listeners]) listener(event);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

export function isSamePlace(one: ChatPlace, other: ChatPlace): boolean {
  return (
    one.chat === other.chat &&
    one.hotelSlug === other.hotelSlug &&
    one.conversationId === other.conversationId &&
    one.audience === other.audience
  );
}
