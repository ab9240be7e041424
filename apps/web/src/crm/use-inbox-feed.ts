// Brings the events of a user's channel into the cached messages and conversations.

import type { OnError, SubscriptionState } from "@lockstep/runtime/subscribe";
import type { CrmMessage } from "@lockstep-demo/api";
import { usePrivateUser } from "@lockstep-demo/subscribers/react";
import { useOnceSubscribed } from "../realtime/use-once-subscribed.ts";
import { inboxStore } from "../services.ts";
import { fileReceived, noteRead, receive } from "./inbox.ts";
import { messagesKey } from "./inbox-store.ts";
import { refetchConversations, refetchInbox } from "./use-inbox.ts";

export interface InboxFeedOptions {
  /** Called for a message that this page has not known. */
  readonly onNews: (message: CrmMessage) => void;
  /** Gets what came and was not what the contract says. */
  readonly onError: OnError;
}

export function useInboxFeed(
  userId: number,
  { onNews, onError }: InboxFeedOptions,
): SubscriptionState {
  const key = messagesKey(userId);
  const refetch = () => refetchInbox(userId);
  const state = usePrivateUser(
    { userId },
    {
      newMessage(message) {
        const known = inboxStore.read(key);
        const isNews = known !== undefined && receive(known, fileReceived(message)) !== known;
        inboxStore.change(key, (inbox) => receive(inbox, fileReceived(message)));
        if (isNews) onNews(message);
      },
      conversationUpdated: () => refetchConversations(userId),
      messageRead: ({ message_id, read_by }) =>
        inboxStore.change(key, (inbox) => noteRead(inbox, read_by, message_id)),
    },
    { onError, onResubscribed: refetch },
  );
  useOnceSubscribed(state, refetch);
  return state;
}
