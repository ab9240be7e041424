// The events that tell of a staff message.
import {
  type ChannelEvent,
  staffChatConversation,
  staffChatConversationPublic,
} from "@lockstep-demo/publishers";
import type { StaffMessage } from "./to-staff-message.ts";

export interface StaffMessageEventOptions {
  readonly hotelSlug: string;
  /** Whether pages that still listen to the public channel are told too. */
  readonly publishDeprecated: boolean;
}

export function staffMessageEvents(
  message: StaffMessage,
  { hotelSlug, publishDeprecated }: StaffMessageEventOptions,
): ChannelEvent[] {
  const parameters = { hotelSlug, conversationId: message.conversation_id };
  const event = staffChatConversation(parameters).messageCreated(message);
  if (!publishDeprecated) return [event];
  const old = staffChatConversationPublic(parameters);
  return [event, old.messageCreated(message), old.messageCreatedObsolete({ payload: message })];
}
