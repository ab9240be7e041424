// The form for a new offer, and for changing one.
import { type FormEvent, type ReactNode, useState } from "react";
import { Field } from "../ui/field.tsx";
import type { OfferFields } from "./offer.ts";
import { type PhotoChoice, PhotoField } from "./photo-field.tsx";
import {
  type FieldFaults,
  findUnfinished,
  LAST_PLACE,
  LONGEST,
  readOfferForm,
  reviseFaults,
} from "./read-offer-form.ts";

/** What the form holds: the fields, and the photo that goes with a new offer. */
export interface OfferDraft {
  readonly fields: OfferFields;
  readonly photo: File | null;
}

export interface OfferFormProps {
  readonly draft: OfferDraft;
  /** A photo goes with a new offer; that of an existing one is changed at its card. */
  readonly takesPhoto: boolean;
  readonly submitLabel: string;
  /** Above the fields, and always in sight. */
  readonly notice?: ReactNode;
  readonly onSubmit: (draft: OfferDraft) => void;
  readonly onCancel: () => void;
}

export function OfferForm(props: OfferFormProps) {
  const { draft, takesPhoto, submitLabel, notice, onSubmit, onCancel } = props;
  const [choice, setChoice] = useState<PhotoChoice>({ photo: draft.photo });
  const [faults, setFaults] = useState<FieldFaults>({});

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const form = event.currentTarget;
    const { fields, found } = judge(form);
    setFaults(found);
    const [firstFault] = Object.keys({ ...found, ...(choice.fault && { photo: choice.fault }) });
    if (firstFault === undefined) onSubmit({ fields, photo: choice.photo });
    else form.querySelector<HTMLElement>(`[name="${firstFault}"]`)?.focus();
  }

  function revise({ currentTarget: form }: FormEvent<HTMLFormElement>): void {
    setFaults((shown) => reviseFaults(shown, judge(form).found));
  }

  const { fields } = draft;
  return (
    <form className="dialog-form" onSubmit={submit} onInput={revise} noValidate>
      {notice}
      <div className="dialog-body stack">
        <Field label="Title" fault={faults.title}>
          {(field) => (
            <input
              {...field}
              name="title"
              defaultValue={fields.title}
              maxLength={LONGEST.title}
              required
            />
          )}
        </Field>
        <Field label="In one line" hint="Stands under the title." fault={faults.short_description}>
          {(field) => (
            <input
              {...field}
              name="short_description"
              defaultValue={fields.short_description}
              maxLength={LONGEST.short_description}
            />
          )}
        </Field>
        <Field label="Details" fault={faults.details_text}>
          {(field) => (
            <textarea
              {...field}
              name="details_text"
              rows={4}
              defaultValue={fields.details_text}
              maxLength={LONGEST.details_text}
            />
          )}
        </Field>
        <div className="field-row">
          <Field label="First day" fault={faults.valid_from}>
            {(field) => (
              <input
                {...field}
                name="valid_from"
                type="date"
                defaultValue={fields.valid_from ?? ""}
              />
            )}
          </Field>
          <Field label="Last day" fault={faults.valid_to}>
            {(field) => (
              <input {...field} name="valid_to" type="date" defaultValue={fields.valid_to ?? ""} />
            )}
          </Field>
          <Field label="Place in the list" hint="Smallest first." fault={faults.sort_order}>
            {(field) => (
              <input
                {...field}
                name="sort_order"
                type="number"
                inputMode="numeric"
                min={0}
                max={LAST_PLACE}
                step={1}
                defaultValue={fields.sort_order}
              />
            )}
          </Field>
        </div>
        <label className="check">
          <input type="checkbox" name="is_active" defaultChecked={fields.is_active} />
          Show on the public page
        </label>
        {takesPhoto ? <PhotoField choice={choice} onChange={setChoice} /> : null}
      </div>
      <div className="form-actions">
        <button className="button" type="button" onClick={onCancel}>
          Cancel
        </button>
        <button className="button is-primary" type="submit">
          {submitLabel}
        </button>
      </div>
    </form>
  );
}

function judge(form: HTMLFormElement): {
  readonly fields: OfferFields;
  readonly found: FieldFaults;
} {
  const { fields, faults } = readOfferForm(new FormData(form));
  return { fields, found: { ...faults, ...findUnfinished(form) } };
}
