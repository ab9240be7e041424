// The API's operations on offers.
import { answerOf, api, asHolder } from "../api/api-client.ts";
import { isNotFound } from "../api/api-error.ts";
import { sendForm } from "../api/send-form.ts";
import type { Offer, OfferFields } from "./offer.ts";

const staffOffers = api.staff.hotel[":slug"].offers;

/** A hotel, and the token of somebody who works there. */
export interface StaffAccess {
  readonly hotelSlug: string;
  readonly token: string;
}

export function fetchPublicOffers(hotelSlug: string): Promise<readonly Offer[]> {
  return answerOf(api.hotel[":slug"].offers.$get({ param: { slug: hotelSlug } }));
}

export function fetchStaffOffers({ hotelSlug, token }: StaffAccess): Promise<readonly Offer[]> {
  return answerOf(staffOffers.$get({ param: { slug: hotelSlug } }, asHolder(token)));
}

export function createOffer(
  { hotelSlug, token }: StaffAccess,
  { fields, photo }: { readonly fields: OfferFields; readonly photo: File | null },
): Promise<Offer> {
  const param = { slug: hotelSlug };
  const request =
    photo === null
      ? staffOffers.$post({ param, json: fields }, asHolder(token))
      : staffOffers.$post({ param, form: formOf(fields, photo) }, asHolder(token));
  return answerOf(request);
}

export function updateOffer(
  { hotelSlug, token }: StaffAccess,
  { id, fields }: { readonly id: number; readonly fields: Partial<OfferFields> },
): Promise<Offer> {
  const param = { slug: hotelSlug, id: String(id) };
  return answerOf(staffOffers[":id"].$patch({ param, json: fields }, asHolder(token)));
}

/** An offer that is not there any more counts as deleted. */
export async function deleteOffer({ hotelSlug, token }: StaffAccess, id: number): Promise<void> {
  const param = { slug: hotelSlug, id: String(id) };
  try {
    await answerOf(staffOffers[":id"].$delete({ param }, asHolder(token)));
  } catch (error) {
    if (!isNotFound(error)) throw error;
  }
}

export interface PhotoUpload {
  readonly id: number;
  readonly photo: File;
  /** From 0 to 1. */
  readonly onProgress: (progress: number) => void;
}

/** Answers the address of the new photo. */
export async function uploadPhoto(
  { hotelSlug, token }: StaffAccess,
  { id, photo, onProgress }: PhotoUpload,
): Promise<string> {
  const param = { slug: hotelSlug, id: String(id) };
  const url = staffOffers[":id"]["upload-image"].$url({ param });
  const form = new FormData();
  form.set("photo", photo);
  const answer = await sendForm<{ readonly photo_url: string }>(url, { token, form, onProgress });
  return answer.photo_url;
}

function formOf(fields: OfferFields, photo: File) {
  return {
    title: fields.title,
    short_description: fields.short_description,
    details_text: fields.details_text,
    valid_from: fields.valid_from ?? "",
    valid_to: fields.valid_to ?? "",
    is_active: String(fields.is_active),
    sort_order: String(fields.sort_order),
    photo,
  };
}
