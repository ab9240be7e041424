// Applies an event of the hotel's channel to the list: idempotent, and deaf to what is older than what it knows.
import type { HotelOffersEvents, OfferImageUpdated } from "@lockstep-demo/events";
import { isBefore, type Offer, type OfferFields } from "./offer.ts";
import { findOffer, type OfferList, type OwnCreation } from "./offer-list.ts";

/** An event of the channel by its key in the contract; a new one there is a compile error in the switches here. */
export type OfferEvent = {
  [Key in keyof HotelOffersEvents]: {
    readonly type: Key;
    readonly payload: HotelOffersEvents[Key];
  };
}[keyof HotelOffersEvents];

export function applyOfferEvent(list: OfferList, event: OfferEvent): OfferList {
  switch (event.type) {
    case "offerCreated":
      return putOffer(recognizeCreation(list, event.payload.offer), event.payload.offer);
    case "offerUpdated":
      return putOffer(list, event.payload.offer);
    case "offerDeleted":
      return dropOffer(list, event.payload.offer_id);
    case "offerImageUpdated":
      return putPhoto(list, event.payload);
  }
}

/** Whether the event tells this page of a creation or deletion that it has not seen and did not make. */
export function isNews(list: OfferList, event: OfferEvent): boolean {
  switch (event.type) {
    case "offerCreated":
      return isUnknown(list, event.payload.offer.id) && !findTwin(list, event.payload.offer);
    case "offerDeleted": {
      const id = event.payload.offer_id;
      const isOwn = list.changes.some((change) => change.type === "delete" && change.id === id);
      return findOffer(list, id) !== undefined && !isOwn;
    }
    case "offerUpdated":
    case "offerImageUpdated":
      return false;
  }
}

/** Puts an offer in, unless it is gone or a newer state of it is known. */
export function putOffer(list: OfferList, offer: Offer): OfferList {
  if (list.gone.includes(offer.id)) return list;
  const known = findOffer(list, offer.id);
  if (known === undefined) return { ...list, offers: [...list.offers, offer] };
  return isBefore(offer.updated_at, known.updated_at) ? list : replaceOffer(list, offer);
}

export function replaceOffer(list: OfferList, offer: Offer): OfferList {
  return { ...list, offers: list.offers.map((other) => (other.id === offer.id ? offer : other)) };
}

/** Takes an offer out for good. */
export function dropOffer(list: OfferList, id: number): OfferList {
  if (list.gone.includes(id)) return list;
  const offers = list.offers.filter((offer) => offer.id !== id);
  return { ...list, offers, gone: [...list.gone, id] };
}

function putPhoto(
  list: OfferList,
  { offer_id, photo_url, timestamp }: OfferImageUpdated,
): OfferList {
  const known = findOffer(list, offer_id);
  if (known === undefined || isBefore(timestamp, known.updated_at)) return list;
  return replaceOffer(list, { ...known, photo_url, updated_at: timestamp });
}

// the event of an own creation may come before its answer, which alone carries the id for certain
function recognizeCreation(list: OfferList, offer: Offer): OfferList {
  const twin = isUnknown(list, offer.id) ? findTwin(list, offer) : undefined;
  if (twin === undefined) return list;
  const changes = list.changes.map((change) =>
    change === twin ? { ...twin, id: offer.id } : change,
  );
  return { ...list, changes };
}

function isUnknown(list: OfferList, id: number): boolean {
  return findOffer(list, id) === undefined && !list.gone.includes(id);
}

function findTwin(list: OfferList, offer: Offer): OwnCreation | undefined {
  return list.changes.find(
    (change): change is OwnCreation =>
      change.type === "create" &&
      change.id === undefined &&
      (change.preview === null) === (offer.photo_url === null) &&
      Object.entries(change.fields).every(([name, value]) =>
        isSame(offer[name as keyof OfferFields], value),
      ),
  );
}

// a form sends line ends as CR LF
function isSame(a: unknown, b: unknown): boolean {
  const plain = (value: unknown) =>
    typeof value === "string" ? value.replaceAll("\r\n", "\n") : value;
  return plain(a) === plain(b);
}
