// Toasts: announced politely (errors at once), dismissed by button, by Escape or by time.
import { useEffect, useState, useSyncExternalStore } from "react";
import { createPortal } from "react-dom";
import { toasts, topLayer } from "../services.ts";
import type { Toast } from "./toast-store.ts";

const INFO_MS = 8_000;

export function Toaster() {
  const shown = useSyncExternalStore(toasts.subscribe, toasts.get);
  const dialog = useSyncExternalStore(topLayer.subscribe, topLayer.get);
  const newestId = shown.at(-1)?.id;

  useEffect(() => {
    if (newestId === undefined) return undefined;
    const dismissByKey = (event: KeyboardEvent) => {
      // a dialog closes by Escape as well, and it is on top
      const isTaken = event.defaultPrevented || topLayer.get() !== null;
      if (event.key === "Escape" && !isTaken) toasts.dismiss(newestId);
    };
    document.addEventListener("keydown", dismissByKey);
    return () => document.removeEventListener("keydown", dismissByKey);
  }, [newestId]);

  return createPortal(
    <section className="toaster" aria-label="Messages">
      <ToastRegion toasts={shown.filter(({ kind }) => kind === "info")} urgency="polite" />
      <ToastRegion toasts={shown.filter(({ kind }) => kind === "error")} urgency="assertive" />
    </section>,
    // behind an open dialog nobody could reach them
    dialog ?? document.body,
  );
}

interface ToastRegionProps {
  readonly toasts: readonly Toast[];
  readonly urgency: "polite" | "assertive";
}

// both regions stand in the page from its beginning: screen readers miss what comes along with its region
function ToastRegion({ toasts: shown, urgency }: ToastRegionProps) {
  return (
    <ul aria-live={urgency} aria-relevant="additions">
      {shown.map((toast) => (
        <ToastItem key={toast.id} toast={toast} />
      ))}
    </ul>
  );
}

function ToastItem({ toast: { id, kind, text, action } }: { readonly toast: Toast }) {
  const [isHeld, setHeld] = useState(false);
  useEffect(() => {
    if (kind === "error" || isHeld) return undefined;
    const timer = setTimeout(() => toasts.dismiss(id), INFO_MS);
    return () => clearTimeout(timer);
  }, [id, kind, isHeld]);

  return (
    <li
      className={`toast is-${kind}`}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <p>{text}</p>
      {action ? (
        <button
          className="button is-quiet"
          type="button"
          onClick={() => {
            toasts.dismiss(id);
            action.run();
          }}
        >
          {action.label}
        </button>
      ) : null}
      <button className="icon-button" type="button" onClick={() => toasts.dismiss(id)}>
        <span aria-hidden="true">×</span>
        <span className="visually-hidden">Dismiss</span>
      </button>
    </li>
  );
}
