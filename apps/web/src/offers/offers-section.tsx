// A list of offers in each of its states: loading, refused, empty, there.
import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Link } from "wouter";
import { isRefusal, sentenceOf } from "../api/api-error.ts";
import { Notice } from "../ui/notice.tsx";
import { OfferGrid } from "./offer-grid.tsx";
import { OffersLoading } from "./offers-loading.tsx";
import type { ShownOffer } from "./shown-offers.ts";

export interface OffersSectionProps {
  readonly offers: UseQueryResult<readonly ShownOffer[]>;
  readonly empty: ReactNode;
  readonly children: (shown: ShownOffer) => ReactNode;
}

export function OffersSection({ offers, empty, children }: OffersSectionProps) {
  const { data, error, refetch } = offers;
  const failure = error ? (
    <Notice kind="error">
      <p>
        {data ? "The offers may be out of date. " : ""}
        {sentenceOf(error)}
      </p>
      {isRefusal(error) ? (
        <Link href="/">Go to the home page</Link>
      ) : (
        <button className="button" type="button" onClick={() => void refetch()}>
          Try again
        </button>
      )}
    </Notice>
  ) : null;
  if (data === undefined) return failure ?? <OffersLoading />;
  return (
    <>
      {failure}
      <OfferGrid offers={data}>{children}</OfferGrid>
      {data.length === 0 ? <div className="empty">{empty}</div> : null}
    </>
  );
}
