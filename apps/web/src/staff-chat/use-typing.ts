// Typing, told and heard: a client event from page to page that the backend never sees.
import type { SubscriptionState } from "@lockstep/runtime/subscribe";
import { ClientEventError } from "@lockstep-demo/subscribers";
import { useTriggerStaffChatConversation } from "@lockstep-demo/subscribers/react";
import { useEffect, useRef, useState } from "react";
import { type ChatPlace, isSamePlace } from "../chat/chat-events.ts";
import { chatEvents } from "../services.ts";
import { nameOf } from "../session/name-of.ts";
import type { StaffConversationAccess } from "./staff-chat-api.ts";
import {
  dropQuiet,
  noteTyping,
  stopTyping,
  TELL_EVERY_MS,
  type Typist,
  typingSentence,
} from "./typists.ts";

/** Answers a sentence that says who is typing in a conversation; empty where nobody is. */
export function useTypingSentence(place: ChatPlace): string {
  const [typists, setTypists] = useState<readonly Typist[]>([]);
  useEffect(
    () =>
      chatEvents.subscribe((event) => {
        if (!isSamePlace(event.place, place)) return;
        if (event.type === "typing")
          setTypists((known) => noteTyping(known, event.who, Date.now()));
        if (event.type === "message")
          setTypists((known) => stopTyping(known, event.message.author));
      }),
    [place],
  );
  useEffect(() => {
    if (typists.length === 0) return undefined;
    const first = Math.min(...typists.map(({ untilMs }) => untilMs));
    const timer = setTimeout(
      () => setTypists((known) => dropQuiet(known, Date.now())),
      first - Date.now(),
    );
    return () => clearTimeout(timer);
  }, [typists]);
  return typingSentence(typists);
}

export interface TellTyping {
  /** To be called at each key; tells it every now and then. */
  readonly onTyping: () => void;
  /** After a message, the next key begins anew. */
  readonly onSent: () => void;
}

export function useTellTyping(
  { hotelSlug, conversationId, session: { user } }: StaffConversationAccess,
  subscription: SubscriptionState,
): TellTyping {
  const toldAtMs = useRef(0);
  const trigger = useTriggerStaffChatConversation(
    { hotelSlug, conversationId },
    // the conversation's own subscription of this channel tells the same
    { onError: () => undefined },
  );
  return {
    onTyping() {
      if (subscription !== "subscribed" || Date.now() - toldAtMs.current < TELL_EVERY_MS) return;
      toldAtMs.current = Date.now();
      try {
        trigger("clientTyping", {
          staff_id: user.id,
          staff_name: nameOf(user),
        });
      } catch (error) {
        // the connection went in this moment, and nobody misses a hint
        if (!(error instanceof ClientEventError)) throw error;
      }
    },
    onSent() {
      toldAtMs.current = 0;
    },
  };
}
