// An offer as guests see it.
import { formatPeriod } from "./format-period.ts";
import { OfferPhoto } from "./offer-photo.tsx";
import type { ShownOffer } from "./shown-offers.ts";

export interface PublicOfferCardProps {
  readonly shown: ShownOffer;
}

export function PublicOfferCard({ shown: { offer } }: PublicOfferCardProps) {
  const period = formatPeriod(offer);
  return (
    <article className="card">
      <OfferPhoto address={offer.photo_url} />
      <div className="card-body">
        <h2>{offer.title}</h2>
        {offer.short_description ? <p className="summary">{offer.short_description}</p> : null}
        {offer.details_text ? <p className="details">{offer.details_text}</p> : null}
        {period ? <p className="period">{period}</p> : null}
      </div>
    </article>
  );
}
