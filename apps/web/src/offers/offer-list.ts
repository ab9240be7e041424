// What a page holds of a hotel's offers: the server's word, and the page's own changes on their way there.
import type { Offer, OfferFields } from "./offer.ts";

/** The one value behind every list of offers; it lives in the query cache and only pure functions change it. */
export interface OfferList {
  /** As the server told them last, active or not, in no order. */
  readonly offers: readonly Offer[];
  /** Ids of deleted offers. No id is used twice, so nothing that still says otherwise is believed. */
  readonly gone: readonly number[];
  /** Own changes that the server has not answered yet, in the order in which they were made. */
  readonly changes: readonly OwnChange[];
  /** Keys of offers that this page created, by id: the card that showed the draft goes on to show the offer. */
  readonly keys: Readonly<Record<number, string>>;
}

interface ChangeBase {
  /** Unique in the page. */
  readonly key: string;
}

export interface OwnCreation extends ChangeBase {
  readonly type: "create";
  readonly fields: OfferFields;
  /** Address of the bundled photo's preview. */
  readonly preview: string | null;
  readonly startedAt: string;
  /** The id, once the event of this creation came before the answer. */
  readonly id?: number;
}

export interface OwnUpdate extends ChangeBase {
  readonly type: "update";
  readonly id: number;
  readonly fields: Partial<OfferFields>;
}

export interface OwnDeletion extends ChangeBase {
  readonly type: "delete";
  readonly id: number;
}

export interface OwnUpload extends ChangeBase {
  readonly type: "upload";
  readonly id: number;
  /** Address of the new photo's preview. */
  readonly preview: string;
  /** The photo that it replaces. */
  readonly before: string | null;
}

export type OwnChange = OwnCreation | OwnUpdate | OwnDeletion | OwnUpload;

export const emptyList: OfferList = { offers: [], gone: [], changes: [], keys: {} };

export function findOffer(list: OfferList, id: number): Offer | undefined {
  return list.offers.find((offer) => offer.id === id);
}
