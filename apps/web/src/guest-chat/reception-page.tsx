// The reception's page: the conversations with guests, and the one that is open.
import type { OnError } from "@lockstep/runtime/subscribe";
import { useEffect, useState } from "react";
import { BackLink } from "../chat/back-link.tsx";
import { conversationsKey } from "../chat/chat-store.ts";
import type { Conversation } from "../chat/conversations.ts";
import { ConversationsSection } from "../chat/conversations-section.tsx";
import { NoConversation } from "../chat/no-conversation.tsx";
import { useConversations } from "../chat/use-chat.ts";
import { ProblemsStatus } from "../realtime/problems-status.tsx";
import { useConnectionStatus } from "../realtime/use-connection-status.ts";
import { useProblems } from "../realtime/use-problems.ts";
import { hotelName } from "../session/demo-people.ts";
import { nameOf } from "../session/name-of.ts";
import { guestsPage } from "../session/page-after-sign-in.ts";
import type { Session } from "../session/session-store.ts";
import { Page } from "../ui/page.tsx";
import { fetchGuestConversations, type GuestConversationAccess } from "./guest-chat-api.ts";
import { GuestConversation } from "./guest-conversation.tsx";
import { useFollowGuestChat } from "./use-guest-conversation.ts";

export interface ReceptionPageProps {
  readonly slug: string;
  /** The open conversation. */
  readonly conversationId: number | undefined;
  readonly session: Session;
}

export function ReceptionPage({ slug, conversationId, session }: ReceptionPageProps) {
  const { problems, onError } = useProblems();
  const { token, user } = session;
  const [refused, setRefused] = useState<readonly number[]>([]);
  const status = useConnectionStatus(refused.length > 0 ? "refused" : "subscribed");
  const conversations = useConversations(
    conversationsKey("guest-chat", slug),
    () => fetchGuestConversations({ hotelSlug: slug, token }),
    status,
  );
  const accessTo = ({ id, roomNumber = 0 }: Conversation): GuestConversationAccess => ({
    side: "staff",
    token,
    hotelSlug: slug,
    conversationId: id,
    roomNumber,
  });
  const open = conversations.data?.find(({ id }) => id === conversationId);
  return (
    <Page title="Guests" eyebrow={hotelName(slug)} aside={<ProblemsStatus problems={problems} />}>
      <div className="chat">
        <ConversationsSection
          label="Conversations with guests"
          conversations={conversations}
          currentId={conversationId}
          hrefOf={({ id }) => guestsPage(slug, id)}
          markOf={({ latest }) => (latest && !latest.isOwn ? "Waiting" : undefined)}
        />
        {open ? (
          <GuestConversation
            key={open.id}
            access={accessTo(open)}
            title={open.title}
            author={nameOf(user)}
            authorId={String(user.id)}
            back={<BackLink href={guestsPage(slug)} />}
            onError={onError}
          />
        ) : (
          <NoConversation id={conversationId} conversations={conversations} />
        )}
      </div>
      {conversations.data
        ?.filter((conversation) => conversation !== open)
        .map((conversation) => (
          <Follow
            key={conversation.id}
            access={accessTo(conversation)}
            onRefused={setRefused}
            onError={onError}
          />
        ))}
    </Page>
  );
}

interface FollowProps {
  readonly access: GuestConversationAccess;
  /** Changes the ids of the conversations that may not be followed. */
  readonly onRefused: (change: (ids: readonly number[]) => readonly number[]) => void;
  readonly onError: OnError;
}

/** Of a conversation that is not open the list tells the latest message. */
function Follow({ access, onRefused, onError }: FollowProps): null {
  const { conversationId } = access;
  const isRefused = useFollowGuestChat(access, onError) === "refused";
  useEffect(() => {
    if (!isRefused) return undefined;
    onRefused((ids) => [...ids, conversationId]);
    return () => onRefused((ids) => ids.filter((id) => id !== conversationId));
  }, [isRefused, conversationId, onRefused]);
  return null;
}
