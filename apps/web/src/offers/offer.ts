// An offer, the fields of it that staff write, and its place in a list.
import type { OfferCreated } from "@lockstep-demo/events";

export type Offer = OfferCreated["offer"];

/** What staff write; the server adds the rest. */
export type OfferFields = Omit<Offer, "id" | "photo_url" | "created_at" | "updated_at">;

/** By `sort_order`, then newest first. */
export function compareOffers(
  a: Pick<Offer, "sort_order" | "created_at">,
  b: Pick<Offer, "sort_order" | "created_at">,
): number {
  return a.sort_order - b.sort_order || Date.parse(b.created_at) - Date.parse(a.created_at);
}

/** Whether the instant `a` lies before `b`; both RFC 3339, in any time zone. */
export function isBefore(a: string, b: string): boolean {
  return Date.parse(a) < Date.parse(b);
}

/** The fields of `after` that are not as they were, or `undefined` when all are. */
export function changedFields(
  before: OfferFields,
  after: OfferFields,
): Partial<OfferFields> | undefined {
  const changed = Object.entries(after).filter(
    ([name, value]) => before[name as keyof OfferFields] !== value,
  );
  return changed.length === 0 ? undefined : Object.fromEntries(changed);
}
