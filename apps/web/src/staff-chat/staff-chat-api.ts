// The API's operations on the staff's conversations.
import { answerOf, api, asHolder, onceFor } from "../api/api-client.ts";
import type { ChatMessage, ChatSnapshot } from "../chat/chat-log.ts";
import type { Conversations } from "../chat/conversations.ts";
import type { Attempt } from "../chat/send-patiently.ts";
import type { Session } from "../session/session-store.ts";
import { toChatMessage } from "./to-chat-message.ts";

const conversations = api.staff.hotel[":slug"]["staff-chat"].conversations;

/** A hotel, and somebody who works there. */
export interface StaffMember {
  readonly hotelSlug: string;
  readonly session: Session;
}

/** A conversation between members of a hotel's staff, as one of them sees it. */
export interface StaffConversationAccess extends StaffMember {
  readonly conversationId: number;
}

export async function fetchStaffConversations(member: StaffMember): Promise<Conversations> {
  const { hotelSlug, session } = member;
  const request = conversations.$get({ param: { slug: hotelSlug } }, asHolder(session.token));
  return (await answerOf(request)).map(({ id, title, last_message }) => ({
    id,
    title,
    latest: last_message && toChatMessage(last_message, session.user.id),
  }));
}

export async function fetchStaffMessages(access: StaffConversationAccess): Promise<ChatSnapshot> {
  const { session } = access;
  const request = conversations[":id"].messages.$get(
    { param: paramOf(access) },
    asHolder(session.token),
  );
  const messages = (await answerOf(request)).map((each) => toChatMessage(each, session.user.id));
  return { messages, receipts: {} };
}

export async function sendStaffMessage(
  access: StaffConversationAccess,
  { key, text, signal }: Attempt,
): Promise<ChatMessage> {
  const { session } = access;
  const request = conversations[":id"].messages.$post(
    { param: paramOf(access), header: onceFor(key), json: { text } },
    asHolder(session.token, { signal }),
  );
  return toChatMessage(await answerOf(request), session.user.id);
}

function paramOf({ hotelSlug, conversationId }: StaffConversationAccess) {
  return { slug: hotelSlug, id: String(conversationId) };
}
