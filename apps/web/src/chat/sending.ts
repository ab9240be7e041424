// How own messages are sent: shown at once, one after another, sent again where there was no answer, and kept with a
// sentence where the server does not take them. Whatever comes after the end of their author's session comes to nobody.
import type { MutationOptions } from "@tanstack/react-query";
import { sentenceOf } from "../api/api-error.ts";
import type { Standing } from "../session/session-store.ts";
import type { Change, ListKey, ListStore } from "../store/list-store.ts";
import {
  type ChatLog,
  type ChatMessage,
  type ChatSnapshot,
  dropOutgoing,
  type OutgoingMessage,
} from "./chat-log.ts";
import type { DraftKey, DraftStore } from "./draft-store.ts";
import { beginSending, failSending, resumeSending, settleSending } from "./own-messages.ts";
import type { Resending } from "./resending.ts";
import { type Attempt, sendPatiently } from "./send-patiently.ts";

/** Who writes, and in which session. */
export interface Writer extends Omit<DraftKey, "place"> {
  readonly token: string;
}

export interface SendingOptions<Key extends ListKey> {
  readonly store: Pick<ListStore<Key, ChatLog, ChatSnapshot>, "change" | "read">;
  readonly key: Key;
  /** Name under which the server will show own messages. */
  readonly author: string;
  readonly writer: Writer;
  /** One attempt; the server knows the next one by the message's key. */
  readonly post: (attempt: Attempt) => Promise<ChatMessage>;
}

/** What all conversations of a page share. */
export interface SendingParts {
  readonly drafts: Pick<DraftStore, "add">;
  readonly resending: Resending;
  readonly standingOf: (writer: Pick<Writer, "audience" | "token">) => Standing;
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

/** Of every message that is on its way or waits. */
export const sendingMutationKey = ["send-message"] as const;

export function sendingMutation<Key extends ListKey>(
  options: SendingOptions<Key>,
  { drafts, resending, standingOf }: SendingParts,
): MutationOptions<ChatMessage, Error, OutgoingMessage> {
  const { store, key, writer, post } = options;
  const standing = () => standingOf(writer);
  // the log of whoever comes next may have the same key
  const change = (changeLog: Change<ChatLog>) => {
    if (standing() === "current") store.change(key, changeLog);
  };
  return {
    mutationKey: sendingMutationKey,
    // in the order in which they were written: one that waits keeps the others of its session waiting
    scope: { id: [writer.token, ...key].join() },
    mutationFn: (message) =>
      sendPatiently(message, {
        post,
        wait: resending.wait,
        findEnd() {
          if (resending.isDiscarded(message.key)) return "discarded";
          const now = standing();
          return now === "current" ? undefined : now;
        },
        isRecognized: () => findOutgoing(options, message.key)?.id !== undefined,
        onWait: (failure) => change((log) => failSending(log, message.key, failure)),
        onAsked: () => change((log) => resumeSending(log, message.key)),
      }),
    onMutate: (message) => change((log) => beginSending(log, message)),
    onSuccess: (sent, message) => change((log) => settleSending(log, message.key, sent)),
    onError(error, message) {
      if (resending.isDiscarded(message.key)) return;
      // the log has gone with the session
      if (standing() === "expired") drafts.add(draftOf(options), message.text);
      change((log) => failSending(log, message.key, { sentence: sentenceOf(error) }));
    },
  };
}

/** @param mutate begins a mutation as `sendingMutation` describes it */
export function createSending<Key extends ListKey>(
  options: SendingOptions<Key>,
  { resending }: Pick<SendingParts, "resending">,
  mutate: (message: OutgoingMessage) => void,
): Sending {
  const { store, key, author } = options;
  const now = () => new Date().toISOString();
  return {
    draft: draftOf(options),
    send(text, subject) {
      const message = { key: crypto.randomUUID(), text, author, startedAt: now() };
      mutate(subject === undefined ? message : { ...message, subject });
    },
    retry(messageKey) {
      const failed = findOutgoing(options, messageKey);
      if (failed?.failure === undefined) return;
      const { failure, ...message } = failed;
      if (failure.isWaiting) resending.ask(messageKey);
      else mutate({ ...message, startedAt: now() });
    },
    discard(messageKey) {
      resending.discard(messageKey);
      store.change(key, (log) => dropOutgoing(log, messageKey));
    },
  };
}

function findOutgoing<Key extends ListKey>(
  { store, key }: Pick<SendingOptions<Key>, "store" | "key">,
  messageKey: string,
): OutgoingMessage | undefined {
  return store.read(key)?.outgoing.find((own) => own.key === messageKey);
}

function draftOf<Key extends ListKey>({ writer, key }: SendingOptions<Key>): DraftKey {
  const { audience, ownerId } = writer;
  return { audience, ownerId, place: key.join() };
}
