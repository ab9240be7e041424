// Brings the events of a hotel's channel into the cached list.

import type { OnError, SubscriptionState } from "@lockstep/runtime/subscribe";
import { useHotelOffers } from "@lockstep-demo/subscribers/react";
import { useEffect, useRef } from "react";
import { isRefusal } from "../api/api-error.ts";
import { offerStore, queryClient } from "../services.ts";
import { applyOfferEvent, isNews, type OfferEvent } from "./apply-offer-event.ts";
import type { OffersKey } from "./offer-store.ts";

export interface OfferFeedOptions {
  /** Called for a creation or deletion that this page did not make. */
  readonly onNews?: (event: OfferEvent) => void;
  /** Gets what came and was not what the contract says; without it the browser's console does. */
  readonly onError?: OnError;
}

export function useOfferFeed(
  listKey: OffersKey,
  { onNews, onError }: OfferFeedOptions = {},
): SubscriptionState {
  const receive = (event: OfferEvent) => {
    const known = offerStore.read(listKey);
    if (known && isNews(known, event)) onNews?.(event);
    offerStore.change(listKey, (list) => applyOfferEvent(list, event));
  };
  const refetch = async () => {
    if (isRefusal(queryClient.getQueryState(listKey)?.error)) return;
    // an answer that is on its way may be older than the subscription
    await queryClient.cancelQueries({ queryKey: listKey });
    await queryClient.invalidateQueries({ queryKey: listKey });
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
  useOnceSubscribed(state, refetch);
  return state;
}

// what happened between the first answer and the subscription came to nobody
function useOnceSubscribed(state: SubscriptionState, refetch: () => Promise<void>): void {
  const isDone = useRef(false);
  useEffect(() => {
    if (state !== "subscribed" || isDone.current) return;
    isDone.current = true;
    void refetch();
  });
}
