// Sends own messages: shown at once, one after another, and kept with a sentence where the server does not take them.
import { useMutation } from "@tanstack/react-query";
import { isExpiry, isRefusal, isUnanswered, sentenceOf } from "../api/api-error.ts";
import { drafts } from "../services.ts";
import type { ListKey, ListStore } from "../store/list-store.ts";
import {
  type ChatLog,
  type ChatMessage,
  type ChatSnapshot,
  dropOutgoing,
  type OutgoingMessage,
} from "./chat-log.ts";
import type { DraftKey } from "./draft-store.ts";
import { beginSending, failSending, settleSending } from "./own-messages.ts";

export interface SendingOptions<Key extends ListKey> {
  readonly store: Pick<ListStore<Key, ChatLog, ChatSnapshot>, "change" | "read">;
  readonly key: Key;
  /** Name under which the server will show own messages. */
  readonly author: string;
  /** Who writes. */
  readonly owner: Pick<DraftKey, "audience" | "ownerId">;
  readonly post: (draft: Pick<OutgoingMessage, "text" | "subject">) => Promise<ChatMessage>;
}

export interface Sending {
  /** Where unsent text of this person is kept. */
  readonly draft: DraftKey;
  send(text: string, subject?: string): void;
  /** Sends a message once more that was not taken. */
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
  const { mutate } = useMutation({
    // in the order in which they were written
    scope: { id: key.join() },
    mutationFn: (message: OutgoingMessage) => post(message),
    onMutate: (message) => store.change(key, (log) => beginSending(log, message)),
    onSuccess: (sent, message) => store.change(key, (log) => settleSending(log, message.key, sent)),
    onError: (error, message) => {
      // the log has gone with the session
      if (isExpiry(error)) drafts.add(draft, message.text);
      const failure = { sentence: wayOn(error), isUncertain: !isRefusal(error) };
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
      const failed = store.read(key)?.outgoing.find((own) => own.key === messageKey);
      if (failed?.failure === undefined) return;
      const { failure: _, ...message } = failed;
      mutate({ ...message, startedAt: new Date().toISOString() });
    },
    discard: (messageKey) => store.change(key, (log) => dropOutgoing(log, messageKey)),
  };
}

// not by itself: the server may have taken it, and knows no key to tell a second copy by
function wayOn(error: unknown): string {
  if (!isUnanswered(error)) return sentenceOf(error);
  return "The server cannot be reached. Once you are online again, press “Try again” to send it.";
}
