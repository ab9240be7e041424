// What staff can do with offers, each as an own change with its request.

import { isNotFound } from "../api/api-error.ts";
import { changedFields, type Offer, type OfferFields } from "./offer.ts";
import type { OfferDraft } from "./offer-form.tsx";
import type { OwnUpload } from "./offer-list.ts";
import { offersKey } from "./offer-store.ts";
import {
  createOffer,
  deleteOffer,
  type StaffAccess,
  updateOffer,
  uploadPhoto,
} from "./offers-api.ts";
import { settleCreation, settleDeletion, settleUpdate, settleUpload } from "./own-changes.ts";
import { useOwnActions } from "./use-own-actions.ts";

/** An offer that the server knows. */
export type StoredOffer = Omit<Offer, "created_at" | "updated_at">;

export interface StaffActions {
  create(draft: OfferDraft): void;
  update(offer: StoredOffer, draft: OfferDraft): void;
  remove(offer: StoredOffer): void;
  upload(offer: StoredOffer, photo: File, onProgress: (progress: number | null) => void): void;
}

/** @param onReopen shows a form again whose changes were refused, so that no text is lost */
export function useStaffActions(
  access: StaffAccess,
  onReopen: (draft: OfferDraft, offer?: StoredOffer) => void,
): StaffActions {
  const act = useOwnActions(offersKey(access.hotelSlug, "staff"));
  return {
    create(draft) {
      const key = crypto.randomUUID();
      const preview = draft.photo && URL.createObjectURL(draft.photo);
      const startedAt = new Date().toISOString();
      act({
        change: { type: "create", key, fields: draft.fields, preview, startedAt },
        request: async () => {
          const offer = await createOffer(access, draft);
          return (list) => settleCreation(list, key, offer);
        },
        failure: `“${draft.fields.title}” was not created.`,
        remedy: () => ({ label: "Open again", run: () => onReopen(draft) }),
        ...(preview !== null && { onEnd: () => URL.revokeObjectURL(preview) }),
      });
    },

    update(offer, draft) {
      const fields = changedFields(fieldsOf(offer), draft.fields);
      if (fields === undefined) return;
      const key = crypto.randomUUID();
      act({
        change: { type: "update", key, id: offer.id, fields },
        request: async () => {
          const updated = await updateOffer(access, { id: offer.id, fields });
          return (list) => settleUpdate(list, key, updated);
        },
        failure: `“${offer.title}” was not changed.`,
        remedy: (error) =>
          isNotFound(error)
            ? { label: "Create as a new offer", run: () => onReopen(draft) }
            : { label: "Open again", run: () => onReopen(draft, offer) },
      });
    },

    remove(offer) {
      const key = crypto.randomUUID();
      act({
        change: { type: "delete", key, id: offer.id },
        request: async () => {
          await deleteOffer(access, offer.id);
          return (list) => settleDeletion(list, key, offer.id);
        },
        failure: `“${offer.title}” was not deleted.`,
      });
    },

    upload(offer, photo, onProgress) {
      const preview = URL.createObjectURL(photo);
      const change: OwnUpload = {
        type: "upload",
        key: crypto.randomUUID(),
        id: offer.id,
        preview,
        before: offer.photo_url,
      };
      onProgress(0);
      act({
        change,
        request: async () => {
          const url = await uploadPhoto(access, { id: offer.id, photo, onProgress });
          return (list) => settleUpload(list, change, url);
        },
        failure: `The photo of “${offer.title}” was not changed.`,
        onEnd: () => {
          onProgress(null);
          URL.revokeObjectURL(preview);
        },
      });
    },
  };
}

/** The fields of an offer that staff write. */
export function fieldsOf(offer: OfferFields): OfferFields {
  const { title, short_description, details_text, valid_from, valid_to, is_active, sort_order } =
    offer;
  return { title, short_description, details_text, valid_from, valid_to, is_active, sort_order };
}
