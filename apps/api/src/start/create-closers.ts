// What a process has opened, closed in reverse.

export type Close = () => void | Promise<void>;

/** Collects what must be closed. */
export interface Closers {
  add(close: Close): void;
  /** Closes everything, the last added first; goes on after a failure, and throws the first one at the end. */
  closeAll(): Promise<void>;
}

export function createClosers(): Closers {
  const closers: Close[] = [];
  return {
    add: (close) => void closers.push(close),
    async closeAll() {
      const failures: unknown[] = [];
      for (const close of closers.splice(0).reverse()) {
        try {
          await close();
        } catch (error) {
          failures.push(error);
        }
      }
      if (failures.length > 0) throw failures[0];
    },
  };
}
