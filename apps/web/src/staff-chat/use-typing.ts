// Typing, told and heard: a client event from page to page that the backend never sees.
import type { OnError, SubscriptionState } from "@lockstep/runtime/subscribe";
import { ClientEventError } from "@lockstep-demo/subscribers";
import {
  useSubscriber,
  useTriggerStaffChatConversationPresence,
} from "@lockstep-demo/subscribers/react";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { type ChatPlace, isSamePlace } from "../chat/chat-events.ts";
import { chatEvents } from "../services.ts";
import { nameOf } from "../session/name-of.ts";
import { followTyping } from "./follow-typing.ts";
import type { StaffConversationAccess } from "./staff-chat-api.ts";
import {
  dropQuiet,
  noteTyping,
  stopTyping,
  TELL_EVERY_MS,
  type Typist,
  typingSentence,
} from "./typists.ts";

interface TellTyping {
  /** To be called at each key; tells it every now and then. */
  readonly onTyping: () => void;
  /** After a message, the next key begins anew. */
  readonly onSent: () => void;
}

export interface Typing extends TellTyping {
  /** Says who else is typing; empty where nobody is. */
  readonly sentence: string;
}

/** Being in a conversation is being seen to type there. */
export function useTyping(
  access: StaffConversationAccess,
  place: ChatPlace,
  onError: OnError,
): Typing {
  const subscription = useHearing(place, onError);
  const tell = useTellTyping(access, subscription);
  return { ...tell, sentence: useTypingSentence(place) };
}

function useHearing(place: ChatPlace, onError: OnError): SubscriptionState {
  const subscriber = useSubscriber();
  const [state, setState] = useState<SubscriptionState>("closed");
  const tell = useEffectEvent(onError);
  useEffect(() => {
    if (subscriber === null) return undefined;
    const subscription = followTyping(subscriber, place, {
      events: chatEvents,
      onError: (error, context) => tell(error, context),
      onStateChange: setState,
    });
    setState(subscription.state);
    return () => subscription.unsubscribe();
  }, [subscriber, place]);
  return state;
}

function useTypingSentence(place: ChatPlace): string {
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

function useTellTyping(
  { hotelSlug, conversationId, session: { user } }: StaffConversationAccess,
  subscription: SubscriptionState,
): TellTyping {
  const toldAtMs = useRef(0);
  const trigger = useTriggerStaffChatConversationPresence(
    { hotelSlug, conversationId },
    // what hears of it tells the same
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
