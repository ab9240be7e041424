// The open modal dialog: everything outside of it is out of reach, so messages have to be inside.
export interface TopLayer {
  /** The dialog that is open, or `null`. */
  get(): HTMLDialogElement | null;
  subscribe(listener: () => void): () => void;
  /** Answers what takes the dialog out again. */
  enter(dialog: HTMLDialogElement): () => void;
}

export function createTopLayer(): TopLayer {
  const listeners = new Set<() => void>();
  let stack: readonly HTMLDialogElement[] = [];

  function change(next: readonly HTMLDialogElement[]): void {
    stack = next;
    for (const listener of listeners) listener();
  }

  return {
    get: () => stack.at(-1) ?? null,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    enter(dialog) {
      change([...stack, dialog]);
      return () => change(stack.filter((other) => other !== dialog));
    },
  };
}
