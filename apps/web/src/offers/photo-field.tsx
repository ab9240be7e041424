// The photo of a new offer: chosen here, previewed, and sent with the offer.
import { type ChangeEvent, useEffect, useState } from "react";
import { Field } from "../ui/field.tsx";
import { OfferPhoto } from "./offer-photo.tsx";
import { PHOTO_TYPES, photoFault } from "./photo-fault.ts";

export interface PhotoFieldProps {
  readonly photo: File | null;
  readonly onChange: (photo: File | null) => void;
}

export function PhotoField({ photo, onChange }: PhotoFieldProps) {
  const [fault, setFault] = useState<string>();
  const preview = usePreview(photo);

  function choose(event: ChangeEvent<HTMLInputElement>): void {
    const file = event.target.files?.[0] ?? null;
    const wrong = file ? photoFault(file) : undefined;
    setFault(wrong);
    onChange(wrong === undefined ? file : null);
  }

  return (
    <div className="photo-field">
      <Field
        label="Photo"
        hint="JPEG, PNG, WebP or GIF, at most 5 MB; may be left out."
        fault={fault}
      >
        {(field) => <input {...field} type="file" accept={PHOTO_TYPES} onChange={choose} />}
      </Field>
      <figure>
        <OfferPhoto address={preview} />
        <figcaption className="visually-hidden">
          {photo ? `Preview of ${photo.name}` : "No photo chosen"}
        </figcaption>
      </figure>
    </div>
  );
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
