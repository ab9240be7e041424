// A list of offers in each of its states: loading, refused, empty, there.
import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Link } from "wouter";
import { QueryFault } from "../ui/query-fault.tsx";
import { OfferGrid } from "./offer-grid.tsx";
import { OffersLoading } from "./offers-loading.tsx";
import type { ShownOffer } from "./shown-offers.ts";

export interface OffersSectionProps {
  readonly offers: UseQueryResult<readonly ShownOffer[]>;
  readonly empty: ReactNode;
  readonly children: (shown: ShownOffer) => ReactNode;
}

export function OffersSection({ offers, empty, children }: OffersSectionProps) {
  const { data, error } = offers;
  const failure = (
    <QueryFault query={offers} stale="The offers may be out of date.">
      <Link href="/">Go to the home page</Link>
    </QueryFault>
  );
  if (data === undefined) return error ? failure : <OffersLoading />;
  return (
    <>
      {failure}
      <OfferGrid offers={data}>{children}</OfferGrid>
      {data.length === 0 ? <div className="empty">{empty}</div> : null}
    </>
  );
}
