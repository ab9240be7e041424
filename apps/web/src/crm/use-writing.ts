// Sends messages to one person.
import { type Sending, useSending } from "../chat/use-sending.ts";
import { inboxStore } from "../services.ts";
import { nameOf } from "../session/name-of.ts";
import type { Session } from "../session/session-store.ts";
import { sendMessage } from "./inbox-api.ts";
import { type LogKey, logsOf, messagesKey } from "./inbox-store.ts";

export interface WritingOptions {
  readonly recipientId: number;
  /** Called after the server has taken a message. */
  readonly onSent: () => void;
}

const logs = logsOf(inboxStore);

export function useWriting(session: Session, { recipientId, onSent }: WritingOptions): Sending {
  const key: LogKey = [...messagesKey(session.user.id), recipientId];
  return useSending({
    store: logs,
    key,
    author: nameOf(session.user),
    owner: { audience: "staff", ownerId: String(session.user.id) },
    async post(draft) {
      const { message } = await sendMessage(session, recipientId, draft);
      onSent();
      return message;
    },
  });
}
