// The one way into a user's cached messages, and from there into those of one conversation.
import type { QueryClient } from "@tanstack/react-query";
import type { ChatLog } from "../chat/chat-log.ts";
import { createListStore, type ListStore } from "../store/list-store.ts";
import { changeLog, type FiledMessage, type Inbox, logOf, withAnswer } from "./inbox.ts";

export type MessagesKey = readonly ["messages", number, "staff"];
export type InboxStore = ListStore<MessagesKey, Inbox, readonly FiledMessage[]>;

/** A person's place in the messages of a user. */
export type LogKey = readonly [...MessagesKey, number];

export function messagesKey(userId: number): MessagesKey {
  return ["messages", userId, "staff"];
}

export function conversationsKey(userId: number) {
  return ["conversations", userId, "staff"] as const;
}

export function recipientsKey(userId: number) {
  return ["recipients", userId, "staff"] as const;
}

export function createInboxStore(client: QueryClient): InboxStore {
  return createListStore(client, withAnswer);
}

/** The logs of single persons, as parts of the one value that is cached. */
export function logsOf(
  store: InboxStore,
): Pick<ListStore<LogKey, ChatLog, unknown>, "change" | "read"> {
  return {
    change([name, userId, audience, personId], change) {
      store.change([name, userId, audience], (inbox) => changeLog(inbox, personId, change));
    },
    read([name, userId, audience, personId]) {
      const inbox = store.read([name, userId, audience]);
      return inbox && logOf(inbox, personId);
    },
  };
}
