// Changes of offers: each one, and the event that tells of it, in one transaction.
import { isDeepStrictEqual } from "node:util";
import { hotelOffers } from "@lockstep-demo/publishers";
import type { Database } from "../db/database.ts";
import type { Hotel } from "../hotels/require-hotel-staff.ts";
import type { AppDependencies } from "../http/app-env.ts";
import { HttpError } from "../http/http-error.ts";
import type { Photo } from "../images/photo.ts";
import { createCommitWithImage } from "./commit-with-image.ts";
import type { NewOffer, OfferChange } from "./offer-input.ts";
import {
  changeOffer,
  columnsOf,
  deleteOffer,
  insertOffer,
  lockOffer,
  type OfferRow,
} from "./offer-store.ts";
import { type Offer, photoUrl, toOffer } from "./to-offer.ts";

/** Writes offers. Each method but `create` throws an `HttpError` with 404 for an offer that the hotel does not have. */
export interface OfferWriter {
  create(hotel: Hotel, fields: NewOffer, photo?: Photo): Promise<Offer>;
  /** A change that leaves everything as it was has no event. */
  update(hotel: Hotel, id: number, fields: OfferChange, photo?: Photo): Promise<Offer>;
  remove(hotel: Hotel, id: number): Promise<void>;
  /** Answers the address of the new photo. */
  replacePhoto(hotel: Hotel, id: number, photo: Photo): Promise<string>;
}

export function createOfferWriter(deps: AppDependencies): OfferWriter {
  const { images, publicUrl, now } = deps;
  const commit = createCommitWithImage(deps);
  const store = (photo: Photo) => images.put(photo.bytes, photo.kind);

  return {
    async create(hotel, fields, photo) {
      assertPeriod(fields.valid_from, fields.valid_to);
      const image = photo && (await store(photo));
      return commit(image, async (tx, append) => {
        const columns = { ...columnsOf(fields), title: fields.title, photo: image };
        const at = now();
        const times = { createdAt: at, updatedAt: at };
        const offer = toOffer(
          await insertOffer(tx, { hotelId: hotel.id, ...columns, ...times }),
          publicUrl(),
        );
        await append(eventsOf(hotel).offerCreated({ offer, action: "created" }));
        return { answer: offer };
      });
    },

    async update(hotel, id, fields, photo) {
      const image = photo && (await store(photo));
      return commit(image, async (tx, append) => {
        const before = await findOffer(tx, hotel, id);
        const columns = { ...columnsOf(fields), ...(image && { photo: image }) };
        const wanted = { ...before, ...columns };
        assertPeriod(wanted.validFrom, wanted.validTo);
        if (isDeepStrictEqual(wanted, before)) return { answer: toOffer(before, publicUrl()) };
        const changed = await changeOffer(tx, before, { ...columns, updatedAt: now() });
        const offer = toOffer(changed, publicUrl());
        await append(eventsOf(hotel).offerUpdated({ offer, action: "updated" }));
        return { answer: offer, obsoleteImage: image && before.photo };
      });
    },

    async remove(hotel, id) {
      await commit(undefined, async (tx, append) => {
        const row = await findOffer(tx, hotel, id);
        await deleteOffer(tx, row);
        const payload = { offer_id: id, offer_title: row.title, action: "deleted" } as const;
        await append(eventsOf(hotel).offerDeleted(payload));
        return { answer: undefined, obsoleteImage: row.photo };
      });
    },

    async replacePhoto(hotel, id, photo) {
      const image = await store(photo);
      return commit(image, async (tx, append) => {
        const before = await findOffer(tx, hotel, id);
        const at = now();
        await changeOffer(tx, before, { photo: image, updatedAt: at });
        const url = photoUrl(publicUrl(), image);
        const payload = {
          offer_id: id,
          offer_title: before.title,
          photo_url: url,
          timestamp: at.toISOString(),
        };
        await append(eventsOf(hotel).offerImageUpdated(payload));
        return { answer: url, obsoleteImage: before.photo };
      });
    },
  };
}

function eventsOf(hotel: Hotel) {
  return hotelOffers({ hotelSlug: hotel.slug });
}

async function findOffer(tx: Database, hotel: Hotel, id: number): Promise<OfferRow> {
  const row = await lockOffer(tx, hotel.id, id);
  if (row === undefined) throw new HttpError(404, "There is no such offer");
  return row;
}

/** @throws {HttpError} 400 when the last day lies before the first */
function assertPeriod(from?: string | null, to?: string | null): void {
  if (!from || !to || from <= to) return;
  const message = "must not be before valid_from";
  throw new HttpError(400, `Invalid input: valid_to ${message}`, { valid_to: message });
}
