// Brings the events of a hotel's channel into the cached list. Draws nothing.

import type { OnError, Subscriber, SubscriptionState } from "@lockstep/runtime/subscribe";
import { SubscriberProvider, useHotelOffers } from "@lockstep-demo/subscribers/react";
import { useEffect, useRef } from "react";
import { offerStore, queryClient } from "../services.ts";
import { applyOfferEvent, isNews, type OfferEvent } from "./apply-offer-event.ts";
import type { OffersKey } from "./offer-store.ts";

export interface OfferFeedProps {
  readonly subscriber: Subscriber;
  readonly listKey: OffersKey;
  readonly onStateChange: (state: SubscriptionState) => void;
  /** Called for a creation or deletion that this page did not make. */
  readonly onNews?: (event: OfferEvent) => void;
  /** Gets what came and was not what the contract says; without it the browser's console does. */
  readonly onError?: OnError;
}

export function OfferFeed({ subscriber, ...feed }: OfferFeedProps) {
  return (
    <SubscriberProvider subscriber={subscriber}>
      <Feed {...feed} />
    </SubscriberProvider>
  );
}

function Feed({ listKey, onStateChange, onNews, onError }: Omit<OfferFeedProps, "subscriber">) {
  const receive = (event: OfferEvent) => {
    if (isNews(offerStore.read(listKey), event)) onNews?.(event);
    offerStore.change(listKey, (list) => applyOfferEvent(list, event));
  };
  const refetch = () => {
    void queryClient.invalidateQueries({ queryKey: listKey });
  };
  const state = useHotelOffers(
    { hotelSlug: listKey[1] },
    {
      offerCreated: (payload) => receive({ type: "offerCreated", payload }),
      offerUpdated: (payload) => receive({ type: "offerUpdated", payload }),
      offerDeleted: (payload) => receive({ type: "offerDeleted", payload }),
      offerImageUpdated: (payload) => receive({ type: "offerImageUpdated", payload }),
    },
    { onError, onResubscribed: refetch },
  );
  useEffect(() => onStateChange(state), [state, onStateChange]);
  useRefetchOnceSubscribed(state, refetch);
  return null;
}

// what happened between the first answer and the subscription came to nobody
function useRefetchOnceSubscribed(state: SubscriptionState, refetch: () => void): void {
  const isDone = useRef(false);
  useEffect(() => {
    if (state !== "subscribed" || isDone.current) return;
    isDone.current = true;
    refetch();
  });
}
