// The public page of a hotel: its active offers, as they are right now.
import { isNotFound, isRefusal } from "../api/api-error.ts";
import { NotFoundPage } from "../home/not-found-page.tsx";
import { ConnectionBadge } from "../realtime/connection-badge.tsx";
import { useConnectionStatus } from "../realtime/use-connection-status.ts";
import { hotelName } from "../session/demo-people.ts";
import { Page } from "../ui/page.tsx";
import { offersKey } from "./offer-store.ts";
import { fetchPublicOffers } from "./offers-api.ts";
import { OffersSection } from "./offers-section.tsx";
import { PublicOfferCard } from "./public-offer-card.tsx";
import { publicOffers } from "./shown-offers.ts";
import { useOfferFeed } from "./use-offer-feed.ts";
import { useOffers } from "./use-offers.ts";

export interface HotelPageProps {
  readonly slug: string;
}

export function HotelPage({ slug }: HotelPageProps) {
  const listKey = offersKey(slug, "public");
  const status = useConnectionStatus(useOfferFeed(listKey));
  const offers = useOffers(listKey, {
    fetchOffers: () => fetchPublicOffers(slug),
    select: publicOffers,
    status,
  });
  if (isNotFound(offers.error)) return <NotFoundPage />;
  return (
    <Page
      title={hotelName(slug)}
      eyebrow="Offers"
      aside={isRefusal(offers.error) ? null : <ConnectionBadge status={status} />}
    >
      <OffersSection offers={offers} empty={<p>There are no offers at the moment.</p>}>
        {(shown) => <PublicOfferCard shown={shown} />}
      </OffersSection>
    </Page>
  );
}
