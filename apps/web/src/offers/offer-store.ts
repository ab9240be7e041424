// The cached lists of offers: their keys, and what a fresh answer makes of them.
import type { QueryClient } from "@tanstack/react-query";
import { type Change, createListStore, type ListStore } from "../store/list-store.ts";
import { isBefore, type Offer } from "./offer.ts";
import { emptyList, findOffer, type OfferList } from "./offer-list.ts";

/** Who a list is for: staff see every offer, everyone else the active ones. */
export type Audience = "staff" | "public";

export type ChangeOfList = Change<OfferList>;

export type OfferStore = ListStore<OffersKey, OfferList, readonly Offer[]>;

export type OffersKey = readonly ["offers", string, Audience];

export function offersKey(hotelSlug: string, audience: Audience): OffersKey {
  return ["offers", hotelSlug, audience];
}

export function createOfferStore(client: QueryClient): OfferStore {
  return createListStore(client, withSnapshot);
}

/** A fresh answer of the server in place of the offers known so far; nothing gone returns, nothing newer is lost. */
export function withSnapshot(offers: readonly Offer[], known: OfferList = emptyList): OfferList {
  const fresh = offers.filter(({ id }) => !known.gone.includes(id));
  return { ...known, offers: fresh.map((offer) => newerOf(findOffer(known, offer.id), offer)) };
}

function newerOf(known: Offer | undefined, fetched: Offer): Offer {
  return known && isBefore(fetched.updated_at, known.updated_at) ? known : fetched;
}
