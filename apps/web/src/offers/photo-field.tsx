// The photo of a new offer: chosen here, previewed, and sent with the offer.
import { type ChangeEvent, useEffect, useRef, useState } from "react";
import { Field } from "../ui/field.tsx";
import { OfferPhoto } from "./offer-photo.tsx";
import { NO_IMAGE, PHOTO_TYPES, photoFault } from "./photo-fault.ts";

/** The chosen file, and why it cannot be the photo, as a sentence. */
export interface PhotoChoice {
  readonly photo: File | null;
  readonly fault?: string;
}

export interface PhotoFieldProps {
  readonly choice: PhotoChoice;
  readonly onChange: (choice: PhotoChoice) => void;
}

export function PhotoField({ choice: { photo, fault }, onChange }: PhotoFieldProps) {
  const input = useRef<HTMLInputElement>(null);
  const preview = usePreview(fault === undefined ? photo : null);

  // a form that opens again has its photo; the browser's control has to show so
  useEffect(() => {
    if (input.current && photo && input.current.files?.[0] !== photo)
      input.current.files = filesOf(photo);
  }, [photo]);

  function choose(event: ChangeEvent<HTMLInputElement>): void {
    onChange(judge(event.target.files?.[0] ?? null));
  }

  function leaveOut(): void {
    if (input.current === null) return;
    input.current.value = "";
    input.current.focus();
    onChange({ photo: null });
  }

  return (
    <div className="photo-field">
      <Field
        label="Photo"
        hint="JPEG, PNG, WebP or GIF, at most 5 MB; may be left out."
        fault={fault}
      >
        {(field) => (
          <input
            {...field}
            ref={input}
            name="photo"
            type="file"
            accept={PHOTO_TYPES}
            onChange={choose}
          />
        )}
      </Field>
      <figure>
        <OfferPhoto address={preview} onBroken={() => onChange({ photo, fault: NO_IMAGE })} />
        <figcaption className="visually-hidden">
          {photo ? `Preview of ${photo.name}` : "No photo chosen"}
        </figcaption>
        {photo ? (
          <button className="button is-quiet" type="button" onClick={leaveOut}>
            Leave it out
          </button>
        ) : null}
      </figure>
    </div>
  );
}

function judge(photo: File | null): PhotoChoice {
  const fault = photo ? photoFault(photo) : undefined;
  return fault === undefined ? { photo } : { photo, fault };
}

function filesOf(file: File): FileList {
  const transfer = new DataTransfer();
  transfer.items.add(file);
  return transfer.files;
}

function usePreview(photo: File | null): string | null {
  const [preview, setPreview] = useState<string | null>(null);
  useEffect(() => {
    if (photo === null) {
      setPreview(null);
      return undefined;
    }
    const address = URL.createObjectURL(photo);
    setPreview(address);
    return () => URL.revokeObjectURL(address);
  }, [photo]);
  return preview;
}
