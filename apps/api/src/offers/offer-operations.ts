// What the routes of offers do.
import * as z from "zod/mini";
import { operation } from "../openapi/operation-part.ts";
import { offer } from "./to-offer.ts";

const tag = "Offers";
const noSuchOffer = { 404: "The hotel has no such offer." };

export const readsPublicOffers = operation({
  id: "listPublicOffers",
  tag,
  summary: "The active offers of a hotel, for everyone",
  answers: { 200: z.array(offer) },
  refusals: { 404: "There is no such hotel." },
});

export const readsOffers = operation({
  id: "listOffers",
  tag,
  summary: "All offers of the hotel, by sort_order, then the newest first",
  answers: { 200: z.array(offer) },
});

export const createsOffer = operation({
  id: "createOffer",
  tag,
  summary: "Create an offer, with or without a photo",
  answers: { 201: offer },
});

export const updatesOffer = operation({
  id: "updateOffer",
  tag,
  summary: "Change the given fields of an offer, or its photo",
  answers: { 200: offer },
  refusals: noSuchOffer,
});

export const deletesOffer = operation({
  id: "deleteOffer",
  tag,
  summary: "Delete an offer",
  answers: { 204: null },
  refusals: noSuchOffer,
});

export const uploadsImage = operation({
  id: "uploadOfferImage",
  tag,
  summary: "Give an offer another photo",
  answers: {
    200: z.object({ message: z.literal("Image uploaded successfully"), photo_url: z.url() }),
  },
  refusals: noSuchOffer,
});
