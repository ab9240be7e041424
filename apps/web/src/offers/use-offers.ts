// A list of offers from the cache: fetched, kept up by events, or polled where none arrive.
import { type UseQueryResult, useQuery } from "@tanstack/react-query";
import type { ConnectionStatus } from "../realtime/connection-status.ts";
import { pollInterval } from "../realtime/poll-interval.ts";
import { offerStore } from "../services.ts";
import type { Offer } from "./offer.ts";
import type { OfferList } from "./offer-list.ts";
import type { OffersKey } from "./offer-store.ts";
import type { ShownOffer } from "./shown-offers.ts";

export interface UseOffersOptions {
  readonly fetchOffers: () => Promise<readonly Offer[]>;
  /** What of the list is shown; the same function at each render. */
  readonly select: (list: OfferList) => readonly ShownOffer[];
  readonly status: ConnectionStatus;
}

export function useOffers(
  key: OffersKey,
  { fetchOffers, select, status }: UseOffersOptions,
): UseQueryResult<readonly ShownOffer[]> {
  return useQuery({
    queryKey: key,
    queryFn: () => offerStore.load(key, fetchOffers),
    select,
    refetchInterval: pollInterval(status),
  });
}
