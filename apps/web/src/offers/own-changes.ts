// Own changes in the list: they show from their beginning, and end with the server's answer or without a trace.
import { dropOffer, putOffer, replaceOffer } from "./apply-offer-event.ts";
import type { Offer } from "./offer.ts";
import { findOffer, type OfferList, type OwnChange, type OwnUpload } from "./offer-list.ts";

/** Shows a change before the server has answered. */
export function beginChange(list: OfferList, change: OwnChange): OfferList {
  if (list.changes.some(({ key }) => key === change.key)) return list;
  return { ...list, changes: [...list.changes, change] };
}

/** Takes a change back. What events brought meanwhile stays. */
export function dropChange(list: OfferList, key: string): OfferList {
  return { ...list, changes: list.changes.filter((change) => change.key !== key) };
}

export function settleCreation(list: OfferList, key: string, offer: Offer): OfferList {
  const own = list.changes.find((change) => change.key === key);
  const settled = dropChange(list, key);
  // an equal creation took this answer's event for its own: the two exchange what they recognized
  const changes = settled.changes.map((change) => {
    if (change.type !== "create" || change.id !== offer.id) return change;
    const { id: _, ...unrecognized } = change;
    return own?.type === "create" && own.id !== undefined
      ? { ...unrecognized, id: own.id }
      : unrecognized;
  });
  return putOffer({ ...settled, changes, keys: { ...list.keys, [offer.id]: key } }, offer);
}

export function settleUpdate(list: OfferList, key: string, offer: Offer): OfferList {
  return putOffer(dropChange(list, key), offer);
}

export function settleDeletion(list: OfferList, key: string, id: number): OfferList {
  return dropOffer(dropChange(list, key), id);
}

/** The answer has no instant to compare: it counts unless an event has changed the photo since the upload began. */
export function settleUpload(list: OfferList, upload: OwnUpload, photoUrl: string): OfferList {
  const settled = dropChange(list, upload.key);
  const known = findOffer(settled, upload.id);
  if (known === undefined || known.photo_url !== upload.before) return settled;
  return replaceOffer(settled, { ...known, photo_url: photoUrl });
}
