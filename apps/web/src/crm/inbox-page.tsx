// A user's messages to and from other users: the conversations, and the one that is open.
import type { CrmPerson } from "@lockstep-demo/api";
import { useState } from "react";
import { useLocation } from "wouter";
import { isRefusal } from "../api/api-error.ts";
import { NoConversation } from "../chat/no-conversation.tsx";
import { ConnectionBadge } from "../realtime/connection-badge.tsx";
import { ProblemsStatus } from "../realtime/problems-status.tsx";
import { useConnectionStatus } from "../realtime/use-connection-status.ts";
import { useProblems } from "../realtime/use-problems.ts";
import { inboxPage } from "../session/page-after-sign-in.ts";
import type { Session } from "../session/session-store.ts";
import { Page } from "../ui/page.tsx";
import { Conversation } from "./conversation.tsx";
import { InboxSide } from "./inbox-side.tsx";
import { NewMessageDialog } from "./new-message-dialog.tsx";
import { type ShownConversation, shownConversations } from "./shown-conversations.ts";
import { useAnnouncements } from "./use-announcements.ts";
import { refetchConversations, useConversations, useInbox, useRecipients } from "./use-inbox.ts";
import { useInboxFeed } from "./use-inbox-feed.ts";
import { useOtherTabs } from "./use-other-tabs.ts";

export interface InboxPageProps {
  readonly session: Session;
  /** With whom the open conversation is. */
  readonly personId: number | undefined;
}

export function InboxPage({ session, personId }: InboxPageProps) {
  const { user } = session;
  const [, navigate] = useLocation();
  const [isWriting, setWriting] = useState(false);
  const { problems, onError } = useProblems();
  const announce = useAnnouncements(personId);
  const tellOtherTabs = useOtherTabs(user.id);
  const subscription = useInboxFeed(user.id, {
    onError,
    onNews: ({ sender }) => announce(sender),
  });
  const status = useConnectionStatus(subscription);
  const inbox = useInbox(session, { status, select: (all) => all });
  const conversations = useConversations(session, status);
  const shown = conversations.data && shownConversations(conversations.data, inbox.data);
  const recipients = useRecipients(session);
  const people = peopleOf(recipients.data ?? [], shown ?? []);
  // somebody to whom nothing has been written yet as well
  const open = shown && people.find(({ id }) => id === personId);
  // who can be written to is needed only to find the one who was asked for
  const known =
    personId === undefined
      ? conversations
      : {
          data: recipients.data && conversations.data,
          error: conversations.error ?? recipients.error,
        };
  const done = () => {
    refetchConversations(user.id);
    tellOtherTabs();
  };

  return (
    <Page
      title="Inbox"
      eyebrow="CRM messages"
      aside={
        <>
          {isRefusal(conversations.error) ? null : <ConnectionBadge status={status} />}
          <ProblemsStatus problems={problems} />
        </>
      }
    >
      <div className="chat">
        <InboxSide
          conversations={conversations}
          recipients={recipients}
          shown={shown}
          people={people}
          personId={personId}
          onWrite={() => setWriting(true)}
        />
        {open ? (
          <Conversation
            key={open.id}
            session={session}
            person={open}
            status={status}
            onDone={done}
          />
        ) : (
          <NoConversation id={personId} conversations={known} />
        )}
      </div>
      {isWriting ? (
        <NewMessageDialog
          session={session}
          people={people}
          recipientId={open?.id}
          onClose={() => setWriting(false)}
          onSend={(recipientId) => {
            setWriting(false);
            navigate(inboxPage(recipientId));
          }}
          onSent={done}
        />
      ) : null}
    </Page>
  );
}

/** Whom one can write to, then those who have written from elsewhere. */
function peopleOf(
  recipients: readonly CrmPerson[],
  shown: readonly ShownConversation[],
): readonly CrmPerson[] {
  const known = new Set(recipients.map(({ id }) => id));
  return [...recipients, ...shown.map(({ person }) => person).filter(({ id }) => !known.has(id))];
}
