// The API's operations on conversations between the reception and guests, from both sides.
import type { StoredGuestMessage } from "@lockstep-demo/api";
import { answerOf, api, asHolder, onceFor } from "../api/api-client.ts";
import type { ChatMessage, ChatSnapshot, Receipt } from "../chat/chat-log.ts";
import type { Conversations } from "../chat/conversations.ts";
import type { Attempt } from "../chat/send-patiently.ts";
import type { GuestSession } from "../session/guest-session.ts";

const ofReception = api.staff.hotel[":slug"]["guest-chat"].conversations;
const ofGuest = api.guest.hotel[":slug"].conversations[":id"].messages;

/** A conversation with a guest, and the token of whoever takes part in it. */
export interface GuestConversationAccess {
  readonly side: "staff" | "guest";
  readonly token: string;
  readonly hotelSlug: string;
  readonly conversationId: number;
  readonly roomNumber: number;
}

export interface ReceptionAccess {
  readonly hotelSlug: string;
  readonly token: string;
}

export async function fetchGuestConversations(access: ReceptionAccess): Promise<Conversations> {
  const { hotelSlug, token } = access;
  const request = ofReception.$get({ param: { slug: hotelSlug } }, asHolder(token));
  return (await answerOf(request)).map(({ id, room_number, guest_name, last_message }) => ({
    id,
    title: `${roomName(room_number)} · ${guest_name}`,
    roomNumber: room_number,
    latest: last_message && toChatMessage(last_message, "staff"),
  }));
}

export async function fetchGuestMessages(access: GuestConversationAccess): Promise<ChatSnapshot> {
  const { side, token } = access;
  const param = paramOf(access);
  const stored =
    side === "staff"
      ? await answerOf(ofReception[":id"].messages.$get({ param }, asHolder(token)))
      : await answerOf(ofGuest.$get({ param }, asHolder(token)));
  return {
    messages: stored.map((each) => toChatMessage(each, side)),
    receipts: receiptsOf(stored),
  };
}

export async function sendGuestMessage(
  access: GuestConversationAccess,
  { key, text: message, signal }: Attempt,
): Promise<ChatMessage> {
  const { side, token } = access;
  const request = { param: paramOf(access), header: onceFor(key), json: { message } };
  const sent =
    side === "staff"
      ? await answerOf(ofReception[":id"].messages.$post(request, asHolder(token, { signal })))
      : await answerOf(ofGuest.$post(request, asHolder(token, { signal })));
  return toChatMessage(sent, side);
}

export interface GuestCredentials {
  readonly hotelSlug: string;
  readonly roomNumber: number;
  readonly pin: string;
}

export async function signInGuest(credentials: GuestCredentials): Promise<GuestSession> {
  const { hotelSlug, roomNumber, pin } = credentials;
  const json = { hotel_slug: hotelSlug, room_number: roomNumber, pin };
  const { token, conversation_id } = await answerOf(api.guest.login.$post({ json }));
  const { stay_id } = await answerOf(api.guest.me.$get({}, asHolder(token))).catch(
    (error: unknown) => {
      signOutGuest(token);
      throw error;
    },
  );
  return { token, hotelSlug, roomNumber, conversationId: conversation_id, stayId: stay_id };
}

/** Ends a session whose token is forgotten here in any case; without an answer it ends on the server by its age. */
export function signOutGuest(token: string): void {
  answerOf(api.guest.logout.$post({}, asHolder(token))).catch(() => undefined);
}

/** How guests see themselves. */
export const GUEST_AUTHOR = "You";

/** @param side from which it is looked at; the reception is one side, whoever of it wrote */
export function toChatMessage(
  message: Omit<StoredGuestMessage, "delivered_at">,
  side: GuestConversationAccess["side"],
): ChatMessage {
  const isOwn = message.sender_type === side;
  return {
    id: message.id,
    text: message.message,
    // who has only a PIN is not told how the hotel calls them
    author: isOwn && side === "guest" ? GUEST_AUTHOR : message.sender_name,
    isOwn,
    sentAt: message.created_at,
  };
}

export function roomName(roomNumber: number): string {
  return `Room ${roomNumber}`;
}

function receiptsOf(stored: readonly StoredGuestMessage[]): Readonly<Record<number, Receipt>> {
  return Object.fromEntries(
    stored.flatMap(({ id, delivered_at }) => (delivered_at === null ? [] : [[id, "delivered"]])),
  );
}

function paramOf({ hotelSlug, conversationId }: GuestConversationAccess) {
  return { slug: hotelSlug, id: String(conversationId) };
}
