// The list of conversations in each of its states: loading, refused, empty, there.
import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { QueryFault } from "../ui/query-fault.tsx";
import { ConversationList } from "./conversation-list.tsx";
import type { Conversation, Conversations } from "./conversations.ts";

export interface ConversationsSectionProps {
  readonly label: string;
  readonly conversations: UseQueryResult<Conversations>;
  readonly currentId: number | undefined;
  readonly hrefOf: (conversation: Conversation) => string;
  /** A word that asks for attention. */
  readonly markOf?: (conversation: Conversation) => string | undefined;
  /** Below the list. */
  readonly children?: ReactNode;
}

export function ConversationsSection(props: ConversationsSectionProps) {
  const { label, conversations, currentId, hrefOf, markOf, children } = props;
  const { data, error } = conversations;
  const links = data?.map((conversation) => ({
    id: conversation.id,
    href: hrefOf(conversation),
    title: conversation.title,
    preview: previewOf(conversation),
    at: conversation.latest?.sentAt,
    mark: markOf?.(conversation),
  }));
  return (
    <div className="chat-side">
      <QueryFault query={conversations} stale="The list may be out of date." />
      {links ? (
        <ConversationList label={label} conversations={links} currentId={currentId} />
      ) : error ? null : (
        <p className="conversations-loading" aria-busy="true">
          Loading the conversations…
        </p>
      )}
      {children}
    </div>
  );
}

function previewOf({ latest }: Conversation): string {
  return latest ? `${latest.author}: ${latest.text}` : "No messages yet";
}
