// What a page shows of a list: the server's offers with the own changes over them, in order, each exactly once.
import { compareOffers, type Offer } from "./offer.ts";
import type { OfferList, OwnCreation } from "./offer-list.ts";

export interface ShownOffer {
  /** Stays the same from draft to stored offer. */
  readonly key: string;
  /** Absent as long as the server has not named it. */
  readonly id: number | undefined;
  readonly offer: Omit<Offer, "id" | "updated_at">;
  /** Whether an own change of it has not been answered yet. */
  readonly isPending: boolean;
}

/** Every offer, as staff see them. */
export function staffOffers(list: OfferList): readonly ShownOffer[] {
  const stored = list.offers.flatMap((offer) => showStored(list, offer) ?? []);
  const drafts = list.changes.flatMap((change) =>
    change.type === "create" && change.id === undefined ? [showDraft(change)] : [],
  );
  return [...stored, ...drafts].sort(
    (a, b) => compareOffers(a.offer, b.offer) || (b.id ?? Infinity) - (a.id ?? Infinity) || 0,
  );
}

/** The active offers, as guests see them. */
export function publicOffers(list: OfferList): readonly ShownOffer[] {
  return staffOffers(list).filter(({ offer }) => offer.is_active);
}

function showStored(list: OfferList, stored: Offer): ShownOffer | undefined {
  let offer = stored;
  let isPending = false;
  let key = list.keys[stored.id];
  for (const change of list.changes) {
    if (change.id !== stored.id) continue;
    isPending = true;
    if (change.type === "delete") return undefined;
    if (change.type === "create") key = change.key;
    if (change.type === "update") offer = { ...offer, ...change.fields };
    if (change.type === "upload") offer = { ...offer, photo_url: change.preview };
  }
  return { key: key ?? `offer-${stored.id}`, id: stored.id, offer, isPending };
}

function showDraft({ key, fields, preview, startedAt }: OwnCreation): ShownOffer {
  const offer = { ...fields, photo_url: preview, created_at: startedAt };
  return { key, id: undefined, offer, isPending: true };
}
