// One conversation of the inbox: its messages, which count as read as soon as they are seen, and where to write.
import type { CrmPerson } from "@lockstep-demo/api";
import { BackLink } from "../chat/back-link.tsx";
import { ChatPanel } from "../chat/chat-panel.tsx";
import { shownMessages } from "../chat/shown-messages.ts";
import type { ConnectionStatus } from "../realtime/connection-status.ts";
import { nameOf } from "../session/name-of.ts";
import { inboxPage } from "../session/page-after-sign-in.ts";
import type { Session } from "../session/session-store.ts";
import { type Inbox, logOf, unreadIn } from "./inbox.ts";
import { useInbox } from "./use-inbox.ts";
import { useReading } from "./use-reading.ts";
import { useWriting } from "./use-writing.ts";

export interface ConversationProps {
  readonly session: Session;
  readonly person: CrmPerson;
  readonly status: ConnectionStatus;
  /** Called after the server has taken a message, or knows that one was read. */
  readonly onDone: () => void;
}

/** To be mounted anew for another person. */
export function Conversation({ session, person, status, onDone }: ConversationProps) {
  const { id: personId } = person;
  const name = nameOf(person);
  const messages = useInbox(session, {
    status,
    select: (inbox: Inbox) => shownMessages(logOf(inbox, personId)),
  });
  const unread = useInbox(session, {
    status,
    select: (inbox: Inbox) => unreadIn(logOf(inbox, personId)),
  });
  useReading(session, { personId, unread: unread.data ?? [], onRead: onDone });
  const writing = useWriting(session, { recipientId: personId, onSent: onDone });
  return (
    <ChatPanel
      title={name}
      back={<BackLink href={inboxPage()} />}
      messages={messages}
      sending={writing}
      writeLabel={`Message to ${name}`}
    />
  );
}
