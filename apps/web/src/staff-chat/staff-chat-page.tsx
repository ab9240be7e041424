// The staff's page to talk among themselves: conversations, messages, and who is online.
import { BackLink } from "../chat/back-link.tsx";
import { conversationsKey } from "../chat/chat-store.ts";
import { ConversationsSection } from "../chat/conversations-section.tsx";
import { NoConversation } from "../chat/no-conversation.tsx";
import { useConversations } from "../chat/use-chat.ts";
import { ProblemsStatus } from "../realtime/problems-status.tsx";
import { useConnectionStatus } from "../realtime/use-connection-status.ts";
import { useProblems } from "../realtime/use-problems.ts";
import { hotelName } from "../session/demo-people.ts";
import { chatPage } from "../session/page-after-sign-in.ts";
import type { Session } from "../session/session-store.ts";
import { Page } from "../ui/page.tsx";
import { FollowConversation } from "./follow-conversation.tsx";
import { OnlineStaff, useOnlineStaff } from "./online-staff.tsx";
import { fetchStaffConversations } from "./staff-chat-api.ts";
import { StaffConversation } from "./staff-conversation.tsx";

export interface StaffChatPageProps {
  readonly slug: string;
  /** The open conversation. */
  readonly conversationId: number | undefined;
  readonly session: Session;
}

export function StaffChatPage({ slug, conversationId, session }: StaffChatPageProps) {
  const { problems, onError } = useProblems();
  const online = useOnlineStaff(slug, onError);
  const status = useConnectionStatus(online.subscription);
  const member = { hotelSlug: slug, session };
  const conversations = useConversations(
    conversationsKey("staff-chat", slug),
    () => fetchStaffConversations(member),
    status,
  );
  const open = conversations.data?.find(({ id }) => id === conversationId);
  return (
    <Page
      title="Staff chat"
      eyebrow={hotelName(slug)}
      aside={<ProblemsStatus problems={problems} />}
    >
      <div className="chat">
        <ConversationsSection
          label="Conversations"
          conversations={conversations}
          currentId={conversationId}
          hrefOf={({ id }) => chatPage(slug, id)}
        >
          <OnlineStaff {...online} viewerId={session.user.id} />
        </ConversationsSection>
        {open ? (
          <StaffConversation
            key={open.id}
            access={{ ...member, conversationId: open.id }}
            title={open.title}
            back={<BackLink href={chatPage(slug)} />}
            onError={onError}
          />
        ) : (
          <NoConversation id={conversationId} conversations={conversations} />
        )}
      </div>
      {conversations.data
        ?.filter((conversation) => conversation !== open)
        .map(({ id }) => (
          <FollowConversation
            key={id}
            access={{ ...member, conversationId: id }}
            onError={onError}
          />
        ))}
    </Page>
  );
}
