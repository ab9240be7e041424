// Beside the open conversation: the way to a new message, and the list of conversations in each of its states.
import type { CrmPerson } from "@lockstep-demo/api";
import type { UseQueryResult } from "@tanstack/react-query";
import { ConversationList } from "../chat/conversation-list.tsx";
import { inboxPage } from "../session/page-after-sign-in.ts";
import { QueryFault } from "../ui/query-fault.tsx";
import type { ShownConversation } from "./shown-conversations.ts";
import { useIsVisible } from "./use-is-visible.ts";

export interface InboxSideProps {
  readonly conversations: UseQueryResult<unknown>;
  readonly recipients: UseQueryResult<unknown>;
  /** The conversations, with what is newer; absent before there was an answer. */
  readonly shown: readonly ShownConversation[] | undefined;
  /** Whom one can write to, as far as that is known. */
  readonly people: readonly CrmPerson[];
  /** With whom the open conversation is. */
  readonly personId: number | undefined;
  readonly onWrite: () => void;
}

export function InboxSide(props: InboxSideProps) {
  const { conversations, recipients, shown, people, personId, onWrite } = props;
  const isVisible = useIsVisible();
  const isLoading = [conversations, recipients].some(({ isPending }) => isPending);
  return (
    <div className="chat-side">
      <button
        className="button is-primary"
        type="button"
        disabled={people.length === 0}
        onClick={onWrite}
      >
        New message
      </button>
      <QueryFault query={conversations} stale="The list may be out of date." />
      {/* one sentence is enough where nothing can be fetched */}
      {conversations.error ? null : (
        <QueryFault
          query={recipients}
          stale="Whom you can write to may have changed."
          missing="Whom you can write to is not known."
        />
      )}
      {shown && shown.length > 0 ? (
        <ConversationList
          label="Conversations"
          currentId={personId}
          conversations={shown.map((one) =>
            toLink(one, { isSeen: one.person.id === personId && isVisible }),
          )}
        />
      ) : isLoading ? (
        <p className="conversations-loading" aria-busy="true">
          Loading the conversations…
        </p>
      ) : shown ? (
        <p className="hint">{hintWhere(people.length > 0, recipients.error !== null)}</p>
      ) : null}
    </div>
  );
}

function hintWhere(canWrite: boolean, isUnknown: boolean): string {
  if (canWrite) return "No conversations yet: begin one with “New message”.";
  return isUnknown
    ? "No conversations yet."
    : "No conversations yet, and nobody whom you can write to.";
}

/** @param isSeen whether its messages are on the screen, so that none stays unread */
function toLink(conversation: ShownConversation, { isSeen }: { readonly isSeen: boolean }) {
  const { person, name, preview, at, unread } = conversation;
  const mark = unread > 0 && !isSeen ? `${unread} unread` : undefined;
  return { id: person.id, href: inboxPage(person.id), title: name, preview, at, mark };
}
