// Sends own messages: shown at once, one after another, sent again where there was no answer, and kept with a sentence
// where the server does not take them.
import { useMutation } from "@tanstack/react-query";
import { isExpiry, sentenceOf } from "../api/api-error.ts";
import { drafts, hasSignedOut, resending } from "../services.ts";
import type { ListKey, ListStore } from "../store/list-store.ts";
import {
  type ChatLog,
  type ChatMessage,
  type ChatSnapshot,
  dropOutgoing,
  type OutgoingMessage,
} from "./chat-log.ts";
import type { DraftKey } from "./draft-store.ts";
import { beginSending, failSending, resumeSending, settleSending } from "./own-messages.ts";
import { SendingEnded, sendPatiently } from "./send-patiently.ts";

export interface SendingOptions<Key extends ListKey> {
  readonly store: Pick<ListStore<Key, ChatLog, ChatSnapshot>, "change" | "read">;
  readonly key: Key;
  /** Name under which the server will show own messages. */
  readonly author: string;
  /** Who writes. */
  readonly owner: Pick<DraftKey, "audience" | "ownerId">;
  /** One attempt; the server knows the next one by the message's key. */
  readonly post: (message: OutgoingMessage) => Promise<ChatMessage>;
}

export interface Sending {
  /** Where unsent text of this person is kept. */
  readonly draft: DraftKey;
  send(text: string, subject?: string): void;
  /** Sends a message once more that was not taken, or now one that waits. */
  retry(key: string): void;
  /** Takes a message out that was not taken. */
  discard(key: string): void;
}

export function useSending<Key extends ListKey>({
  store,
  key,
  author,
  owner,
  post,
}: SendingOptions<Key>): Sending {
  const draft: DraftKey = { ...owner, place: key.join() };
  const { audience } = owner;
  const { mutate } = useMutation({
    // in the order in which they were written: one that waits keeps the others waiting
    scope: { id: key.join() },
    mutationFn: (message: OutgoingMessage) =>
      sendPatiently(message, {
        post,
        wait: (waiting) => resending.wait({ ...waiting, audience }),
        isWanted: () => store.read(key)?.outgoing.some((own) => own.key === message.key) ?? true,
        onWait: (failure) => store.change(key, (log) => failSending(log, message.key, failure)),
        onAsked: () => store.change(key, (log) => resumeSending(log, message.key)),
      }),
    onMutate: (message) => store.change(key, (log) => beginSending(log, message)),
    onSuccess: (sent, message) => store.change(key, (log) => settleSending(log, message.key, sent)),
    onError: (error, message) => {
      // the log has gone with the session
      if (isExpired(error) && !hasSignedOut(audience)) drafts.add(draft, message.text);
      if (error instanceof SendingEnded) return;
      const failure = { sentence: sentenceOf(error), isUncertain: false };
      store.change(key, (log) => failSending(log, message.key, failure));
    },
  });
  return {
    draft,
    send(text, subject) {
      const startedAt = new Date().toISOString();
      const message = { key: crypto.randomUUID(), text, author, startedAt };
      mutate(subject === undefined ? message : { ...message, subject });
    },
    retry(messageKey) {
      if (resending.has(messageKey)) {
        resending.end(messageKey, "asked");
        return;
      }
      const failed = store.read(key)?.outgoing.find((own) => own.key === messageKey);
      if (failed?.failure === undefined) return;
      const { failure: _, ...message } = failed;
      mutate({ ...message, startedAt: new Date().toISOString() });
    },
    discard(messageKey) {
      store.change(key, (log) => dropOutgoing(log, messageKey));
      resending.end(messageKey, "discarded");
    },
  };
}

function isExpired(error: unknown): boolean {
  return error instanceof SendingEnded ? error.isExpired : isExpiry(error);
}
