// A user's messages to and from other users: the conversations, and the one that is open.
import type { CrmPerson } from "@lockstep-demo/api";
import { useState } from "react";
import { useLocation } from "wouter";
import { isRefusal, sentenceOf } from "../api/api-error.ts";
import { ConversationList } from "../chat/conversation-list.tsx";
import { NoConversation } from "../chat/no-conversation.tsx";
import { ConnectionBadge } from "../realtime/connection-badge.tsx";
import { ProblemsStatus } from "../realtime/problems-status.tsx";
import { useConnectionStatus } from "../realtime/use-connection-status.ts";
import { useProblems } from "../realtime/use-problems.ts";
import { inboxPage } from "../session/page-after-sign-in.ts";
import type { Session } from "../session/session-store.ts";
import { Notice } from "../ui/notice.tsx";
import { Page } from "../ui/page.tsx";
import { Conversation } from "./conversation.tsx";
import { NewMessageDialog } from "./new-message-dialog.tsx";
import { type ShownConversation, shownConversations } from "./shown-conversations.ts";
import { useAnnouncements } from "./use-announcements.ts";
import { refetchConversations, useConversations, useInbox, useRecipients } from "./use-inbox.ts";
import { useInboxFeed } from "./use-inbox-feed.ts";
import { useIsVisible } from "./use-is-visible.ts";
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
  const isVisible = useIsVisible();
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
        <div className="chat-side">
          <button
            className="button is-primary"
            type="button"
            disabled={people.length === 0}
            onClick={() => setWriting(true)}
          >
            New message
          </button>
          {conversations.error ? (
            <Notice kind="error">
              <p>
                {shown ? "The list may be out of date. " : ""}
                {sentenceOf(conversations.error)}
              </p>
              {isRefusal(conversations.error) ? null : (
                <button
                  className="button"
                  type="button"
                  onClick={() => void conversations.refetch()}
                >
                  Try again
                </button>
              )}
            </Notice>
          ) : null}
          {shown?.length === 0 ? (
            <p className="hint">No conversations yet: begin one with “New message”.</p>
          ) : shown ? (
            <ConversationList
              label="Conversations"
              currentId={personId}
              conversations={shown.map((one) =>
                toLink(one, { isSeen: one.person.id === personId && isVisible }),
              )}
            />
          ) : conversations.error ? null : (
            <p className="conversations-loading" aria-busy="true">
              Loading the conversations…
            </p>
          )}
        </div>
        {open ? (
          <Conversation
            key={open.id}
            session={session}
            person={open}
            status={status}
            onDone={done}
          />
        ) : (
          <NoConversation id={personId} conversations={conversations} />
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

/** @param isSeen whether its messages are on the screen, so that none stays unread */
function toLink(conversation: ShownConversation, { isSeen }: { readonly isSeen: boolean }) {
  const { person, name, preview, at, unread } = conversation;
  const mark = unread > 0 && !isSeen ? `${unread} unread` : undefined;
  return { id: person.id, href: inboxPage(person.id), title: name, preview, at, mark };
}
