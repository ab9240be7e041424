// Sends messages to one person.
import type { Sending } from "../chat/sending.ts";
import { useSending } from "../chat/use-sending.ts";
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
    writer: { audience: "staff", ownerId: String(session.user.id), token: session.token },
    async post(attempt) {
      const { message } = await sendMessage(session, recipientId, attempt);
      onSent();
      return message;
    },
  });
}
