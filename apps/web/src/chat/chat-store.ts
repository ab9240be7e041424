// The chat store: the cached logs and lists of conversations, kept up by the events on the bus.
import type { QueryClient } from "@tanstack/react-query";
import { createListStore, type ListStore } from "../store/list-store.ts";
import type { ChatEvent, ChatEvents, ChatPlace } from "./chat-events.ts";
import {
  type ChatLog,
  type ChatSnapshot,
  noteReceipt,
  putMessage,
  withMessages,
} from "./chat-log.ts";
import { type Conversations, withConversations, withLatest } from "./conversations.ts";

export type LogKey = readonly [ChatPlace["chat"], string, number, ChatPlace["audience"]];
export type ConversationsKey = readonly [ChatPlace["chat"], string, "list", "staff"];

export interface ChatStore {
  readonly logs: ListStore<LogKey, ChatLog, ChatSnapshot>;
  readonly conversations: ListStore<ConversationsKey, Conversations, Conversations>;
}

export function logKey({ chat, hotelSlug, conversationId, audience }: ChatPlace): LogKey {
  return [chat, hotelSlug, conversationId, audience];
}

/** A guest has one conversation, so that only staff have a list of them. */
export function conversationsKey(chat: ChatPlace["chat"], hotelSlug: string): ConversationsKey {
  return [chat, hotelSlug, "list", "staff"];
}

export function createChatStore(client: QueryClient, events: ChatEvents): ChatStore {
  const store: ChatStore = {
    logs: createListStore(client, withMessages),
    conversations: createListStore(client, withConversations),
  };
  events.subscribe((event) => receive(store, event));
  return store;
}

function receive({ logs, conversations }: ChatStore, event: ChatEvent): void {
  const { place } = event;
  switch (event.type) {
    case "message": {
      const { message } = event;
      logs.change(logKey(place), (log) => putMessage(log, message));
      if (place.audience === "guest") return;
      conversations.change(conversationsKey(place.chat, place.hotelSlug), (list) =>
        withLatest(list, place.conversationId, message),
      );
      return;
    }
    case "receipt":
      logs.change(logKey(place), (log) => noteReceipt(log, event.messageId, event.receipt));
      return;
    case "typing":
  }
}
