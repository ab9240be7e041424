// Chooses a photo that is uploaded at once.
import { type ChangeEvent, useId } from "react";
import { toasts } from "../services.ts";
import { PHOTO_TYPES, photoFault } from "./photo-fault.ts";

export interface PhotoButtonProps {
  readonly label: string;
  /** Whose photo it is, for those who do not see the card around. */
  readonly subject: string;
  readonly isFree: boolean;
  readonly onChoose: (photo: File) => void;
}

export function PhotoButton({ label, subject, isFree, onChoose }: PhotoButtonProps) {
  const id = useId();

  function choose(event: ChangeEvent<HTMLInputElement>): void {
    const input = event.currentTarget;
    const file = input.files?.[0];
    // the same file can then be chosen again
    input.value = "";
    if (file === undefined) return;
    const fault = photoFault(file);
    if (fault === undefined) onChoose(file);
    else toasts.show({ kind: "error", text: fault });
  }

  return (
    <span className="file-button">
      <input
        id={id}
        type="file"
        accept={PHOTO_TYPES}
        disabled={!isFree}
        aria-label={`${label}: ${subject}`}
        onChange={choose}
      />
      <label className="button is-quiet" htmlFor={id}>
        {label}
      </label>
    </span>
  );
}
