// The messages in the corner of the page, as data.
export interface ToastAction {
  readonly label: string;
  readonly run: () => void;
}

export interface Toast {
  readonly id: number;
  /** Errors stay until they are dismissed. */
  readonly kind: "info" | "error";
  readonly text: string;
  readonly action?: ToastAction;
}

export interface ToastStore {
  /** Oldest first. */
  get(): readonly Toast[];
  subscribe(listener: () => void): () => void;
  /** Answers the toast's id, by which it can be dismissed. */
  show(toast: Omit<Toast, "id">): number;
  dismiss(id: number): void;
}

const MOST_AT_ONCE = 4;

export function createToastStore(): ToastStore {
  const listeners = new Set<() => void>();
  let toasts: readonly Toast[] = [];
  let lastId = 0;

  function change(next: readonly Toast[]): void {
    toasts = next;
    for (const listener of listeners) listener();
  }

  return {
    get: () => toasts,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    show(toast) {
      lastId += 1;
      change([...toasts, { ...toast, id: lastId }].slice(-MOST_AT_ONCE));
      return lastId;
    },
    dismiss: (id) => change(toasts.filter((toast) => toast.id !== id)),
  };
}
