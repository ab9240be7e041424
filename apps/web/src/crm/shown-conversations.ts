// The list of conversations as the inbox shows it: the server's, with what events and own messages have made of them.
import type { CrmConversation, CrmPerson } from "@lockstep-demo/api";
import { shownMessages } from "../chat/shown-messages.ts";
import { nameOf } from "../session/name-of.ts";
import { type Inbox, logOf, unreadIn } from "./inbox.ts";

export interface ShownConversation {
  readonly person: CrmPerson;
  readonly name: string;
  /** The latest words, said by whom if that was this user. */
  readonly preview: string;
  readonly at: string;
  readonly unread: number;
}

/**
 * The one with the latest message first.
 *
 * @param inbox absent as long as nobody knows the messages
 */
export function shownConversations(
  conversations: readonly CrmConversation[],
  inbox: Inbox | undefined,
): readonly ShownConversation[] {
  return conversations
    .map((conversation) => show(conversation, inbox))
    .sort((one, other) => other.at.localeCompare(one.at));
}

function show(conversation: CrmConversation, inbox: Inbox | undefined): ShownConversation {
  const { person, last_message: last, unread_count } = conversation;
  const name = nameOf(person);
  const told = { person, name, preview: last.content, at: last.created_at, unread: unread_count };
  if (inbox === undefined) return told;
  const log = logOf(inbox, person.id);
  const unread = unreadIn(log).length;
  const newest = shownMessages(log).at(-1);
  // the list may have been asked for later than the messages
  if (newest === undefined || newest.sentAt < last.created_at) return { ...told, unread };
  const preview = newest.isOwn ? `You: ${newest.text}` : newest.text;
  return { ...told, unread, preview, at: newest.sentAt };
}
