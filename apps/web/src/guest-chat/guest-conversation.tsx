// A conversation between the reception and a guest, as either side sees it.
import type { OnError } from "@lockstep/runtime/subscribe";
import type { ReactNode } from "react";
import { ChatPanel } from "../chat/chat-panel.tsx";
import { logKey } from "../chat/chat-store.ts";
import { useMessages } from "../chat/use-chat.ts";
import { useSending } from "../chat/use-sending.ts";
import { ConnectionBadge } from "../realtime/connection-badge.tsx";
import { useConnectionStatus } from "../realtime/use-connection-status.ts";
import { chatStore } from "../services.ts";
import {
  fetchGuestMessages,
  type GuestConversationAccess,
  roomName,
  sendGuestMessage,
} from "./guest-chat-api.ts";
import { OtherSide } from "./other-side.tsx";
import { guestChatPlace, useFollowGuestChat } from "./use-guest-conversation.ts";
import { useRoomMembers } from "./use-room-members.ts";

export interface GuestConversationProps {
  readonly access: GuestConversationAccess;
  readonly title: string;
  /** Name under which own messages appear. */
  readonly author: string;
  /** Tells those who write from this side apart. */
  readonly authorId: string;
  readonly back?: ReactNode;
  readonly onError: OnError;
}

/** To be mounted anew for another conversation. */
export function GuestConversation(props: GuestConversationProps) {
  const { access, title, author, authorId, back, onError } = props;
  const subscription = useFollowGuestChat(access, onError);
  const status = useConnectionStatus(subscription);
  const room = useRoomMembers(access, onError);
  const place = guestChatPlace(access);
  const messages = useMessages(place, () => fetchGuestMessages(access), status);
  const sending = useSending({
    store: chatStore.logs,
    key: logKey(place),
    author,
    writer: { audience: access.side, ownerId: authorId, token: access.token },
    post: (attempt) => sendGuestMessage(access, attempt),
  });
  return (
    <ChatPanel
      title={title}
      back={back}
      aside={
        <>
          <OtherSide side={access.side} {...room} />
          <ConnectionBadge status={status} />
        </>
      }
      messages={messages}
      sending={sending}
      writeLabel={
        access.side === "staff"
          ? `Message to ${roomName(access.roomNumber)}`
          : "Message to the reception"
      }
    />
  );
}
