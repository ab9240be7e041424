// The dialogs of the staff page: a new offer, a change, and the question before a deletion.
import { flushSync } from "react-dom";
import { Dialog } from "../ui/dialog.tsx";
import { type OfferDraft, OfferForm } from "./offer-form.tsx";
import { fieldsOf, type StaffActions, type StoredOffer } from "./use-staff-actions.ts";

/** Which dialog is open. A draft is there when a form opens again. */
export type OpenDialog =
  | { readonly type: "create"; readonly draft?: OfferDraft }
  | { readonly type: "edit"; readonly offer: StoredOffer; readonly draft?: OfferDraft }
  | { readonly type: "delete"; readonly offer: StoredOffer };

export interface OfferDialogsProps {
  readonly open: OpenDialog | null;
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

export function OfferDialogs({ open, actions, onClose }: OfferDialogsProps) {
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
      return (
        <Dialog title="Change the offer" onClose={onClose}>
          <OfferForm
            draft={open.draft ?? { fields: fieldsOf(offer), photo: null }}
            takesPhoto={false}
            submitLabel="Save"
            onCancel={onClose}
            onSubmit={(draft) => {
              onClose();
              actions.update(offer, draft);
            }}
          />
        </Dialog>
      );
    }
    case "delete":
      return <DeletionDialog offer={open.offer} actions={actions} onClose={onClose} />;
  }
}

interface DeletionDialogProps {
  readonly offer: StoredOffer;
  readonly actions: StaffActions;
  readonly onClose: () => void;
}

function DeletionDialog({ offer, actions, onClose }: DeletionDialogProps) {
  return (
    <Dialog title="Delete the offer?" onClose={onClose}>
      <p>“{offer.title}” disappears from every open page at once and cannot be brought back.</p>
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
