// The staff's page of a hotel's offers: every offer, and what can be done with it.
import { useState } from "react";
import { Link } from "wouter";
import { isNotFound, isRefusal } from "../api/api-error.ts";
import { NotFoundPage } from "../home/not-found-page.tsx";
import { ConnectionBadge } from "../realtime/connection-badge.tsx";
import { ProblemsStatus } from "../realtime/problems-status.tsx";
import { useConnectionStatus } from "../realtime/use-connection-status.ts";
import { useProblems } from "../realtime/use-problems.ts";
import { hotelName } from "../session/demo-people.ts";
import type { Session } from "../session/session-store.ts";
import { Page } from "../ui/page.tsx";
import { announceNews } from "./announce-news.ts";
import { OfferDialogs, type OpenDialog } from "./offer-dialogs.tsx";
import { offersKey } from "./offer-store.ts";
import { fetchStaffOffers } from "./offers-api.ts";
import { OffersSection } from "./offers-section.tsx";
import { staffOffers } from "./shown-offers.ts";
import { StaffOfferCard } from "./staff-offer-card.tsx";
import { useOfferFeed } from "./use-offer-feed.ts";
import { useOffers } from "./use-offers.ts";
import { useStaffActions } from "./use-staff-actions.ts";

export interface StaffOffersPageProps {
  readonly slug: string;
  readonly session: Session;
}

export function StaffOffersPage({ slug, session }: StaffOffersPageProps) {
  const access = { hotelSlug: slug, token: session.token };
  const listKey = offersKey(slug, "staff");
  const { problems, onError } = useProblems();
  const [open, setOpen] = useState<OpenDialog | null>(null);
  const subscription = useOfferFeed(listKey, {
    onNews: (event) => {
      // the open form says by itself that its offer is gone
      const isTold =
        event.type === "offerDeleted" &&
        open?.type === "edit" &&
        open.offer.id === event.payload.offer_id;
      if (!isTold) announceNews(event);
    },
    onError,
  });
  const status = useConnectionStatus(subscription);
  const offers = useOffers(listKey, {
    fetchOffers: () => fetchStaffOffers(access),
    select: staffOffers,
    status,
  });
  const actions = useStaffActions(access, (draft, offer) =>
    setOpen(offer ? { type: "edit", offer, draft } : { type: "create", draft }),
  );

  const isRefused = isRefusal(offers.error);
  if (isNotFound(offers.error)) return <NotFoundPage />;
  return (
    <Page
      title="Offers"
      eyebrow={hotelName(slug)}
      aside={isRefused ? null : <ConnectionBadge status={status} />}
    >
      <div className="toolbar">
        {isRefused ? null : (
          <button
            className="button is-primary"
            type="button"
            disabled={offers.data === undefined}
            onClick={() => setOpen({ type: "create" })}
          >
            New offer
          </button>
        )}
        <Link href={`/hotel/${slug}`}>See the public page</Link>
        <ProblemsStatus problems={problems} />
      </div>
      <OffersSection offers={offers} empty={<p>There are no offers yet. Write the first one.</p>}>
        {(shown) => <StaffOfferCard shown={shown} actions={actions} onOpen={setOpen} />}
      </OffersSection>
      <OfferDialogs
        open={open}
        offers={offers.data}
        actions={actions}
        onClose={() => setOpen(null)}
      />
    </Page>
  );
}
