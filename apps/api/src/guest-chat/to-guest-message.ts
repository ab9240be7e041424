// A message of the guest chat as the contract and the API show it.
import type { NewStaffMessage } from "@lockstep-demo/events";
import type { GuestConversationRow, GuestMessageRow } from "./guest-chat-store.ts";

/** The contract's own type. */
export type GuestMessage = NewStaffMessage;

/** A message as the API answers it: what the events tell of it, and its delivery. */
export type StoredGuestMessage = GuestMessage & {
  /** When the guest was told; null for what the guest wrote. */
  readonly delivered_at: string | null;
};

/** A conversation in the list of them. */
export interface GuestConversation {
  readonly id: number;
  readonly room_number: number;
  readonly guest_name: string;
  readonly last_message: StoredGuestMessage | null;
}

export function toGuestMessage(row: GuestMessageRow, roomNumber: number): GuestMessage {
  return {
    id: row.id,
    conversation_id: row.conversationId,
    room_number: roomNumber,
    message: row.message,
    sender_type: row.senderType,
    sender_name: row.senderName,
    created_at: row.createdAt.toISOString(),
  };
}

export function toStoredGuestMessage(row: GuestMessageRow, roomNumber: number): StoredGuestMessage {
  const delivered_at = row.deliveredAt?.toISOString() ?? null;
  return { ...toGuestMessage(row, roomNumber), delivered_at };
}

export function toGuestConversation(
  { id, roomNumber, guestName }: GuestConversationRow,
  last: GuestMessageRow | undefined,
): GuestConversation {
  return {
    id,
    room_number: roomNumber,
    guest_name: guestName,
    last_message: last === undefined ? null : toStoredGuestMessage(last, roomNumber),
  };
}
