// What a page shows of a log: the server's messages in order, then own ones that are not there yet, each exactly once.
import type { ChatLog, OutgoingMessage, Receipt, SendingFailure } from "./chat-log.ts";

export interface ShownMessage {
  /** Stays the same from draft to stored message. */
  readonly key: string;
  readonly text: string;
  readonly author: string;
  readonly isOwn: boolean;
  readonly sentAt: string;
  readonly subject?: string | undefined;
  /** How far it is. */
  readonly status: "sending" | "waiting" | "failed" | "sent" | Receipt;
  /** Why it failed or waits, as a sentence; what waits for the one before it has none. */
  readonly fault?: string | undefined;
}

export function shownMessages(log: ChatLog): readonly ShownMessage[] {
  const recognized = new Map(log.outgoing.map(({ id, key }) => [id, key]));
  const stored = log.messages.map(
    ({ id, ...message }): ShownMessage => ({
      ...message,
      key: recognized.get(id) ?? log.keys[id] ?? `message-${id}`,
      status: log.receipts[id] ?? "sent",
    }),
  );
  const drafts = log.outgoing.flatMap((message, index): readonly ShownMessage[] =>
    message.id === undefined ? [showDraft(message, log.outgoing.slice(0, index))] : [],
  );
  return [...stored, ...drafts];
}

function showDraft(
  { key, text, author, startedAt, subject, failure }: OutgoingMessage,
  before: readonly OutgoingMessage[],
): ShownMessage {
  const status = statusOf(failure, before);
  const fault = failure?.sentence;
  return { key, text, author, subject, isOwn: true, sentAt: startedAt, status, fault };
}

// one after another: what stands behind a message that waits is not on its way either
function statusOf(
  failure: SendingFailure | undefined,
  before: readonly OutgoingMessage[],
): ShownMessage["status"] {
  if (failure) return failure.isWaiting ? "waiting" : "failed";
  return before.some((message) => message.failure?.isWaiting) ? "waiting" : "sending";
}
