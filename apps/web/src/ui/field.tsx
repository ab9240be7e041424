// A labelled form field with its hint and its fault.
import { type ReactNode, useId } from "react";

export interface FieldProps {
  readonly label: string;
  readonly hint?: string;
  /** What is wrong with the value, as a sentence. */
  readonly fault?: string | undefined;
  /** Draws the control; the given attributes tie it to label, hint and fault. */
  readonly children: (attributes: FieldAttributes) => ReactNode;
}

export interface FieldAttributes {
  readonly id: string;
  readonly "aria-describedby": string | undefined;
  readonly "aria-invalid": boolean | undefined;
}

export function Field({ label, hint, fault, children }: FieldProps) {
  const id = useId();
  const hintId = `${id}-hint`;
  const faultId = `${id}-fault`;
  const described = [hint && hintId, fault && faultId].filter(Boolean).join(" ");
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children({
        id,
        "aria-describedby": described || undefined,
        "aria-invalid": fault ? true : undefined,
      })}
      {hint ? (
        <p className="hint" id={hintId}>
          {hint}
        </p>
      ) : null}
      {fault ? (
        <p className="fault" id={faultId}>
          {fault}
        </p>
      ) : null}
    </div>
  );
}
