// One conversation between members of the staff: messages, and who is typing.
import type { OnError } from "@lockstep/runtime/subscribe";
import { type ReactNode, useMemo } from "react";
import { ChatPanel } from "../chat/chat-panel.tsx";
import { logKey } from "../chat/chat-store.ts";
import { useMessages } from "../chat/use-chat.ts";
import { useSending } from "../chat/use-sending.ts";
import { ConnectionBadge } from "../realtime/connection-badge.tsx";
import { useConnectionStatus } from "../realtime/use-connection-status.ts";
import { chatStore } from "../services.ts";
import { nameOf } from "../session/name-of.ts";
import {
  fetchStaffMessages,
  type StaffConversationAccess,
  sendStaffMessage,
} from "./staff-chat-api.ts";
import { staffChatPlace, useStaffConversation } from "./use-staff-conversation.ts";
import { useTyping } from "./use-typing.ts";

export interface StaffConversationProps {
  readonly access: StaffConversationAccess;
  readonly title: string;
  readonly back: ReactNode;
  readonly onError: OnError;
}

/** To be mounted anew for another conversation. */
export function StaffConversation({ access, title, back, onError }: StaffConversationProps) {
  const { hotelSlug, conversationId, session } = access;
  const place = useMemo(
    () => staffChatPlace({ hotelSlug, conversationId }),
    [hotelSlug, conversationId],
  );
  const subscription = useStaffConversation(access, onError);
  const status = useConnectionStatus(subscription);
  const messages = useMessages(place, () => fetchStaffMessages(access), status);
  const sending = useSending({
    store: chatStore.logs,
    key: logKey(place),
    author: nameOf(session.user),
    writer: { audience: "staff", ownerId: String(session.user.id), token: session.token },
    post: (attempt) => sendStaffMessage(access, attempt),
  });
  const typing = useTyping(access, place, onError);
  const send = (text: string) => {
    typing.onSent();
    sending.send(text);
  };
  return (
    <ChatPanel
      title={title}
      back={back}
      aside={<ConnectionBadge status={status} />}
      messages={messages}
      sending={{ ...sending, send }}
      writeLabel={`Message to ${title}`}
      activity={typing.sentence}
      onTyping={typing.onTyping}
    />
  );
}
