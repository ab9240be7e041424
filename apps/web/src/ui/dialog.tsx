// A modal dialog by the browser's own element: it keeps the focus inside and gives it back.
import { type ReactNode, useId, useLayoutEffect, useRef } from "react";
import { topLayer } from "../services.ts";

export interface DialogProps {
  readonly title: string;
  /** Called on Escape and by the cross. */
  readonly onClose: () => void;
  /** What scrolls is in `.dialog-body`; the first field, or else the first action, gets the focus. */
  readonly children: ReactNode;
}

/** Open for as long as it is rendered. */
export function Dialog({ title, onClose, children }: DialogProps) {
  const titleId = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  // closed before it is taken out, or else the focus would not go back to where it was
  useLayoutEffect(() => {
    const element = dialog.current;
    if (element === null) return undefined;
    if (!element.open) element.showModal();
    // by itself the browser takes the cross, by which Enter would close the dialog
    element.querySelector<HTMLElement>("input, select, textarea, .form-actions button")?.focus();
    const leave = topLayer.enter(element);
    return () => {
      leave();
      element.close();
      // what had the focus before may be gone meanwhile
      const { activeElement, body } = document;
      if (activeElement === body || element.contains(activeElement))
        document.getElementById("main")?.focus({ preventScroll: true });
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      aria-labelledby={titleId}
      onCancel={(event) => {
        // a file picker inside cancels as well, and its event bubbles
        if (event.target !== dialog.current) return;
        event.preventDefault();
        onClose();
      }}
    >
      <div className="dialog-title">
        <h2 id={titleId}>{title}</h2>
        <button className="icon-button" type="button" onClick={onClose}>
          <span aria-hidden="true">×</span>
          <span className="visually-hidden">Close</span>
        </button>
      </div>
      {children}
    </dialog>
  );
}
