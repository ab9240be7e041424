// The public page of a hotel: its active offers, as they are right now.
import { ConnectionBadge } from "../realtime/connection-badge.tsx";
import { useConnection } from "../realtime/use-connection.ts";
import { hotelName } from "../session/demo-people.ts";
import { Page } from "../ui/page.tsx";
import { OfferFeed } from "./offer-feed.tsx";
import { offersKey } from "./offer-store.ts";
import { fetchPublicOffers } from "./offers-api.ts";
import { OffersSection } from "./offers-section.tsx";
import { PublicOfferCard } from "./public-offer-card.tsx";
import { publicOffers } from "./shown-offers.ts";
import { useOffers } from "./use-offers.ts";

export interface HotelPageProps {
  readonly slug: string;
}

export function HotelPage({ slug }: HotelPageProps) {
  const { realtime, status, onSubscriptionChange } = useConnection();
  const listKey = offersKey(slug, "public");
  const offers = useOffers(listKey, {
    fetchOffers: () => fetchPublicOffers(slug),
    select: publicOffers,
    status,
  });
  return (
    <Page title={hotelName(slug)} eyebrow="Offers" aside={<ConnectionBadge status={status} />}>
      {realtime?.isOn && offers.data ? (
        <OfferFeed
          subscriber={realtime.subscriber}
          listKey={listKey}
          onStateChange={onSubscriptionChange}
        />
      ) : null}
      <OffersSection offers={offers} empty={<p>There are no offers at the moment.</p>}>
        {(shown) => <PublicOfferCard shown={shown} />}
      </OffersSection>
    </Page>
  );
}
