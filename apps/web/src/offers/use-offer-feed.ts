// Brings the events of a hotel's channel into the cached list.

import type { OnError, SubscriptionState } from "@lockstep/runtime/subscribe";
import { useHotelOffers } from "@lockstep-demo/subscribers/react";
import { useOnceSubscribed } from "../realtime/use-once-subscribed.ts";
import { offerStore, queryClient } from "../services.ts";
import { refetchList } from "../store/refetch-list.ts";
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
  const refetch = () => refetchList(queryClient, listKey);
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
