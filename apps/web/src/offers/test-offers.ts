// Offers for tests.
import type { Offer } from "./offer.ts";
import { emptyList, type OfferList, type OwnCreation } from "./offer-list.ts";

export const fields = {
  title: "Spa weekend",
  short_description: "Two nights",
  details_text: "",
  valid_from: null,
  valid_to: null,
  is_active: true,
  sort_order: 0,
};

/** The instant `seconds` after the tests' noon. */
export function at(seconds: number): string {
  return new Date(Date.UTC(2026, 10, 21, 12, 0, seconds)).toISOString();
}

export function makeOffer(id: number, changes: Partial<Offer> = {}): Offer {
  return { ...fields, id, photo_url: null, created_at: at(id), updated_at: at(id), ...changes };
}

export function listOf(...offers: readonly Offer[]): OfferList {
  return { ...emptyList, offers };
}

export function draft(key: string, changes: Partial<OwnCreation> = {}): OwnCreation {
  return { type: "create", key, fields, preview: null, startedAt: at(0), ...changes };
}
