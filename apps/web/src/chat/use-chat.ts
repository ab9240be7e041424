// The chats' lists from the cache: fetched, kept up by events, or polled where none arrive.
import { type UseQueryResult, useQuery } from "@tanstack/react-query";
import type { ConnectionStatus } from "../realtime/connection-status.ts";
import { pollInterval } from "../realtime/poll-interval.ts";
import { chatStore, queryClient } from "../services.ts";
import { refetchList } from "../store/refetch-list.ts";
import type { ChatPlace } from "./chat-events.ts";
import type { ChatSnapshot } from "./chat-log.ts";
import { type ConversationsKey, conversationsKey, logKey } from "./chat-store.ts";
import type { Conversations } from "./conversations.ts";
import { type ShownMessage, shownMessages } from "./shown-messages.ts";

export function useMessages(
  place: ChatPlace,
  fetchMessages: () => Promise<ChatSnapshot>,
  status: ConnectionStatus,
): UseQueryResult<readonly ShownMessage[]> {
  const key = logKey(place);
  return useQuery({
    queryKey: key,
    queryFn: () => chatStore.logs.load(key, fetchMessages),
    select: shownMessages,
    // an own message may wait longer than anybody looks at it
    gcTime: Number.POSITIVE_INFINITY,
    refetchInterval: pollInterval(status),
  });
}

export function useConversations(
  key: ConversationsKey,
  fetchConversations: () => Promise<Conversations>,
  status: ConnectionStatus,
): UseQueryResult<Conversations> {
  return useQuery({
    queryKey: key,
    queryFn: () => chatStore.conversations.load(key, fetchConversations),
    refetchInterval: pollInterval(status),
  });
}

/** Asks again for a conversation and, for staff, for the list that it stands in. */
export function refetchChat(place: ChatPlace): void {
  void refetchList(queryClient, logKey(place));
  if (place.audience === "guest") return;
  void refetchList(queryClient, conversationsKey(place.chat, place.hotelSlug));
}
