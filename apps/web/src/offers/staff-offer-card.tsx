// An offer as staff see it, with what they can do about it.
import { useState } from "react";
import { formatPeriod } from "./format-period.ts";
import type { OpenDialog } from "./offer-dialogs.tsx";
import { OfferPhoto } from "./offer-photo.tsx";
import { PhotoButton } from "./photo-button.tsx";
import type { ShownOffer } from "./shown-offers.ts";
import type { StaffActions, StoredOffer } from "./use-staff-actions.ts";

export interface StaffOfferCardProps {
  readonly shown: ShownOffer;
  readonly actions: StaffActions;
  readonly onOpen: (dialog: OpenDialog) => void;
}

export function StaffOfferCard({ shown, actions, onOpen }: StaffOfferCardProps) {
  const [progress, setProgress] = useState<number | null>(null);
  const { offer, id, isPending } = shown;
  const period = formatPeriod(offer);
  // one change of an offer at a time, so that they reach the server in the order in which they were made
  const isFree = id !== undefined && !isPending;
  const whenFree = (action: (stored: StoredOffer) => void) => () => {
    if (isFree) action({ ...offer, id });
  };

  return (
    <article className="card is-staff" aria-busy={isPending}>
      <OfferPhoto address={offer.photo_url} />
      {progress === null ? null : (
        <progress className="upload" aria-label="Upload of the photo" max={1} value={progress} />
      )}
      <div className="card-body">
        <p className="card-meta">
          <span className={`pill ${offer.is_active ? "is-active" : "is-hidden"}`}>
            {offer.is_active ? "Active" : "Hidden"}
          </span>
          <span className="hint">Place {offer.sort_order}</span>
          <span className="hint saving">{isPending ? savingText(progress) : ""}</span>
        </p>
        <h2>{offer.title}</h2>
        {offer.short_description ? <p className="summary">{offer.short_description}</p> : null}
        {offer.details_text ? <p className="details">{offer.details_text}</p> : null}
        {period ? <p className="period">{period}</p> : null}
        <div className="card-actions">
          <button
            className="button is-quiet"
            type="button"
            aria-disabled={!isFree}
            aria-label={`Edit ${offer.title}`}
            onClick={whenFree((stored) => onOpen({ type: "edit", offer: stored }))}
          >
            Edit
          </button>
          <PhotoButton
            label={offer.photo_url === null ? "Add photo" : "Change photo"}
            subject={offer.title}
            isFree={isFree}
            onChoose={(photo) => {
              if (isFree) actions.upload({ ...offer, id }, photo, setProgress);
            }}
          />
          <button
            className="button is-quiet is-danger"
            type="button"
            aria-disabled={!isFree}
            aria-label={`Delete ${offer.title}`}
            onClick={whenFree((stored) => onOpen({ type: "delete", offer: stored }))}
          >
            Delete
          </button>
        </div>
      </div>
    </article>
  );
}

function savingText(progress: number | null): string {
  return progress === null ? "Saving…" : `Uploading ${Math.round(progress * 100)} %`;
}
