// A user's messages and conversations from the cache: fetched, refreshed by events, or polled where none arrive.
import type { CrmConversation, CrmPerson } from "@lockstep-demo/api";
import { type UseQueryResult, useQuery } from "@tanstack/react-query";
import type { ConnectionStatus } from "../realtime/connection-status.ts";
import { pollInterval } from "../realtime/poll-interval.ts";
import { inboxStore, queryClient } from "../services.ts";
import type { Session } from "../session/session-store.ts";
import { refetchList } from "../store/refetch-list.ts";
import type { Inbox } from "./inbox.ts";
import { fetchConversations, fetchMessages, fetchRecipients } from "./inbox-api.ts";
import { conversationsKey, messagesKey, recipientsKey } from "./inbox-store.ts";

export interface UseInboxOptions<Shown> {
  readonly status: ConnectionStatus;
  /** What of the messages is shown. */
  readonly select: (inbox: Inbox) => Shown;
}

export function useInbox<Shown>(
  session: Session,
  { status, select }: UseInboxOptions<Shown>,
): UseQueryResult<Shown> {
  const key = messagesKey(session.user.id);
  return useQuery({
    queryKey: key,
    queryFn: () => inboxStore.load(key, () => fetchMessages(session)),
    select,
    // an own message may wait longer than anybody looks at it
    gcTime: Number.POSITIVE_INFINITY,
    refetchInterval: pollInterval(status),
    // what this user does on another device is told to nobody
    refetchOnWindowFocus: "always",
  });
}

export function useConversations(
  session: Session,
  status: ConnectionStatus,
): UseQueryResult<readonly CrmConversation[]> {
  return useQuery({
    queryKey: conversationsKey(session.user.id),
    queryFn: () => fetchConversations(session),
    refetchInterval: pollInterval(status),
    refetchOnWindowFocus: "always",
  });
}

/** Whom a user can write to. */
export function useRecipients(session: Session): UseQueryResult<readonly CrmPerson[]> {
  return useQuery({
    queryKey: recipientsKey(session.user.id),
    queryFn: () => fetchRecipients(session),
    refetchOnWindowFocus: true,
  });
}

export function refetchConversations(userId: number): void {
  void refetchList(queryClient, conversationsKey(userId));
}

export function refetchInbox(userId: number): void {
  void refetchList(queryClient, messagesKey(userId));
  refetchConversations(userId);
}
