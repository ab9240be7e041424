// The dialogs of the staff page: a new offer, a change, and the question before a deletion.
import { flushSync } from "react-dom";
import { Dialog } from "../ui/dialog.tsx";
import { Notice } from "../ui/notice.tsx";
import { type OfferDraft, OfferForm } from "./offer-form.tsx";
import type { ShownOffer } from "./shown-offers.ts";
import { fieldsOf, type StaffActions, type StoredOffer } from "./use-staff-actions.ts";

/** Which dialog is open. A draft is there when a form opens again. */
export type OpenDialog =
  | { readonly type: "create"; readonly draft?: OfferDraft }
  | { readonly type: "edit"; readonly offer: StoredOffer; readonly draft?: OfferDraft }
  | { readonly type: "delete"; readonly offer: StoredOffer };

export interface OfferDialogsProps {
  readonly open: OpenDialog | null;
  /** The list as it is right now; absent as long as nobody knows. */
  readonly offers: readonly ShownOffer[] | undefined;
  readonly actions: StaffActions;
  readonly onClose: () => void;
}

const blank: OfferDraft = {
  fields: {
    title: "",
    short_description: "",
    details_text: "",
    valid_from: null,
    valid_to: null,
    is_active: true,
    sort_order: 0,
  },
  photo: null,
};

export function OfferDialogs({ open, offers, actions, onClose }: OfferDialogsProps) {
  const isGone = (offer: StoredOffer) => offers?.every(({ id }) => id !== offer.id) ?? false;
  switch (open?.type) {
    case undefined:
      return null;
    case "create":
      return (
        <Dialog title="New offer" onClose={onClose}>
          <OfferForm
            draft={open.draft ?? blank}
            takesPhoto
            submitLabel="Create offer"
            onCancel={onClose}
            onSubmit={(draft) => {
              onClose();
              actions.create(draft);
            }}
          />
        </Dialog>
      );
    case "edit": {
      const { offer } = open;
      const isNew = isGone(offer);
      return (
        <Dialog title="Change the offer" onClose={onClose}>
          <OfferForm
            draft={open.draft ?? { fields: fieldsOf(offer), photo: null }}
            takesPhoto={isNew}
            submitLabel={isNew ? "Create as a new offer" : "Save"}
            notice={isNew ? <GoneNotice /> : null}
            onCancel={onClose}
            onSubmit={(draft) => {
              onClose();
              if (isNew) actions.create(draft);
              else actions.update(offer, draft);
            }}
          />
        </Dialog>
      );
    }
    case "delete":
      // what is gone already needs no answer
      return isGone(open.offer) ? null : (
        <DeletionDialog offer={open.offer} actions={actions} onClose={onClose} />
      );
  }
}

function GoneNotice() {
  return (
    <Notice kind="error">
      This offer has been deleted meanwhile. What is written here can become a new one.
    </Notice>
  );
}

interface DeletionDialogProps {
  readonly offer: StoredOffer;
  readonly actions: StaffActions;
  readonly onClose: () => void;
}

function DeletionDialog({ offer, actions, onClose }: DeletionDialogProps) {
  return (
    <Dialog title="Delete the offer?" onClose={onClose}>
      <p className="dialog-body">
        “{offer.title}” disappears from every open page at once and cannot be brought back.
      </p>
      <div className="form-actions">
        <button className="button" type="button" onClick={onClose}>
          Keep it
        </button>
        <button
          className="button is-danger"
          type="button"
          onClick={() => {
            // closed first: the focus goes back to the card, and from there to the list when the card leaves
            flushSync(onClose);
            actions.remove(offer);
          }}
        >
          Delete
        </button>
      </div>
    </Dialog>
  );
}
