// The chats' lists from the cache: fetched, kept up by events, or polled where none arrive.
import { type UseQueryResult, useQuery } from "@tanstack/react-query";
import { isRefusal } from "../api/api-error.ts";
import { type ConnectionStatus, mustPoll, POLL_MS } from "../realtime/connection-status.ts";
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
    refetchInterval: ({ state }) => pause(status, state.error),
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
    refetchInterval: ({ state }) => pause(status, state.error),
  });
}

function pause(status: ConnectionStatus, error: Error | null): number | false {
  return mustPoll(status) && !isRefusal(error) ? POLL_MS : false;
}

/** Asks again for a conversation and, for staff, for the list that it stands in. */
export function refetchChat(place: ChatPlace): void {
  void refetchList(queryClient, logKey(place));
  if (place.audience === "guest") return;
  void refetchList(queryClient, conversationsKey(place.chat, place.hotelSlug));
}
