// The one way into the cached lists of offers: answers, events and own changes all pass through here.
import type { QueryClient } from "@tanstack/react-query";
import { isBefore, type Offer } from "./offer.ts";
import { emptyList, findOffer, type OfferList } from "./offer-list.ts";

/** Who a list is for: staff see every offer, everyone else the active ones. */
export type Audience = "staff" | "public";

export type ChangeOfList = (list: OfferList) => OfferList;

export interface OfferStore {
  /** Fetches a list. What changes while the answer is on its way is applied to it again. */
  load(key: OffersKey, fetchOffers: () => Promise<readonly Offer[]>): Promise<OfferList>;
  change(key: OffersKey, change: ChangeOfList): void;
  /** The cached list; absent before the first answer. */
  read(key: OffersKey): OfferList | undefined;
}

/** What changed while an answer was on its way. */
interface Recording {
  readonly key: string;
  readonly changes: ChangeOfList[];
}

export type OffersKey = readonly ["offers", string, Audience];

export function offersKey(hotelSlug: string, audience: Audience): OffersKey {
  return ["offers", hotelSlug, audience];
}

export function createOfferStore(client: QueryClient): OfferStore {
  const recordings = new Set<Recording>();
  return {
    async load(key, fetchOffers) {
      const recording: Recording = { key: key.join(), changes: [] };
      recordings.add(recording);
      try {
        const list = withSnapshot(await fetchOffers(), client.getQueryData<OfferList>(key));
        return applyAll(list, recording.changes);
      } finally {
        recordings.delete(recording);
      }
    },
    change(key, change) {
      for (const recording of recordings) {
        if (recording.key === key.join()) recording.changes.push(change);
      }
      client.setQueryData<OfferList>(key, (list) => list && change(list));
    },
    read: (key) => client.getQueryData<OfferList>(key),
  };
}

/** A fresh answer of the server in place of the offers known so far; nothing gone returns, nothing newer is lost. */
export function withSnapshot(offers: readonly Offer[], known: OfferList = emptyList): OfferList {
  const fresh = offers.filter(({ id }) => !known.gone.includes(id));
  return { ...known, offers: fresh.map((offer) => newerOf(findOffer(known, offer.id), offer)) };
}

function newerOf(known: Offer | undefined, fetched: Offer): Offer {
  return known && isBefore(fetched.updated_at, known.updated_at) ? known : fetched;
}

function applyAll(list: OfferList, changes: readonly ChangeOfList[]): OfferList {
  return changes.reduce((changed, change) => change(changed), list);
}
