// An offer's row as the contract and the API show it.
import { type OfferCreated, offerCreatedSchema } from "@lockstep-demo/events";
import * as z from "zod/mini";
import { IMAGE_PATH } from "../images/image-routes.ts";
import { contractObject } from "../openapi/contract-object.ts";
import type { OfferRow } from "./offer-store.ts";

/** The contract's own type: what an event tells of an offer is what the API answers. */
export type Offer = OfferCreated["offer"];

export const offer: z.ZodMiniType<Offer> = contractObject(offerCreatedSchema).shape.offer.register(
  z.globalRegistry,
  {
    id: "Offer",
  },
);

/** @param publicUrl the address that this app has for its users */
export function toOffer(row: OfferRow, publicUrl: string): Offer {
  return {
    id: row.id,
    title: row.title,
    short_description: row.shortDescription,
    details_text: row.detailsText,
    valid_from: row.validFrom,
    valid_to: row.validTo,
    is_active: row.isActive,
    sort_order: row.sortOrder,
    photo_url: row.photo && photoUrl(publicUrl, row.photo),
    created_at: row.createdAt.toISOString(),
    updated_at: row.updatedAt.toISOString(),
  };
}

/** Absolute address of a stored photo. */
export function photoUrl(publicUrl: string, image: string): string {
  return new URL(IMAGE_PATH + image, publicUrl).href;
}
