// Follows a conversation of the staff for as long as a component is mounted.
import type { OnError, SubscriptionState } from "@lockstep/runtime/subscribe";
import { useSubscriber } from "@lockstep-demo/subscribers/react";
import { useEffect, useEffectEvent, useState } from "react";
import type { ChatPlace } from "../chat/chat-events.ts";
import { refetchChat } from "../chat/use-chat.ts";
import { useOnceSubscribed } from "../realtime/use-once-subscribed.ts";
import { chatEvents } from "../services.ts";
import { followStaffConversation } from "./follow-staff-conversation.ts";
import type { StaffConversationAccess } from "./staff-chat-api.ts";

export function staffChatPlace(access: Omit<StaffConversationAccess, "session">): ChatPlace {
  const { hotelSlug, conversationId } = access;
  return { chat: "staff-chat", hotelSlug, conversationId, audience: "staff" };
}

export function useStaffConversation(
  { hotelSlug, conversationId, session }: StaffConversationAccess,
  onError: OnError,
): SubscriptionState {
  const subscriber = useSubscriber();
  const [state, setState] = useState<SubscriptionState>("closed");
  const viewerId = session.user.id;
  const refetch = useEffectEvent(() => refetchChat(staffChatPlace({ hotelSlug, conversationId })));
  const tell = useEffectEvent<OnError>((error, context) => {
    // a gap: something was published that never came
    if (context.stage === "sequence") refetch();
    onError(error, context);
  });

  useEffect(() => {
    if (subscriber === null) return undefined;
    const place = staffChatPlace({ hotelSlug, conversationId });
    const subscription = followStaffConversation(subscriber, place, {
      events: chatEvents,
      viewerId,
      onError: (error, context) => tell(error, context),
      onResubscribed: () => refetch(),
      onStateChange: setState,
    });
    setState(subscription.state);
    return () => subscription.unsubscribe();
  }, [subscriber, hotelSlug, conversationId, viewerId]);

  useOnceSubscribed(state, () => refetchChat(staffChatPlace({ hotelSlug, conversationId })));
  return state;
}
