// A message of the guest chat as the contract and the API show it.
import { type NewStaffMessage, newStaffMessageSchema } from "@lockstep-demo/events";
import * as z from "zod/mini";
import { contractObject } from "../openapi/contract-object.ts";
import type { GuestConversationRow, GuestMessageRow } from "./guest-chat-store.ts";

/** The contract's own type. */
export type GuestMessage = NewStaffMessage;

const guestMessage = contractObject(newStaffMessageSchema);

const deliveredAt = z
  .nullable(guestMessage.shape.created_at)
  .check(
    z.describe(
      "When it went out to the room, whether or not the guest was there; null for what the guest wrote.",
    ),
  );

/** A message as the API answers it: what the events tell of it, and its delivery. */
export const storedGuestMessage = z
  .extend(guestMessage, { delivered_at: deliveredAt })
  .register(z.globalRegistry, { id: "GuestMessage" });

export type StoredGuestMessage = Readonly<z.output<typeof storedGuestMessage>>;

/** A conversation in the list of them. */
export const guestConversation = z
  .object({
    id: z.int(),
    room_number: guestMessage.shape.room_number,
    guest_name: z.string(),
    last_message: z.nullable(storedGuestMessage),
  })
  .register(z.globalRegistry, { id: "GuestConversation" });

export type GuestConversation = Readonly<z.output<typeof guestConversation>>;

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
