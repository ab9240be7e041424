// Messages that wait to be sent again: for a while, for the connection, or for somebody who does not want to wait.

/** A message that waits. */
export interface Waiting {
  readonly key: string;
  /** How often it has been tried. */
  readonly attempts: number;
}

/** Why the waiting is over: by itself, or because somebody asked for that. */
export type Outcome = "again" | "asked";

/** Whether a message is still to be sent is for its sender to decide, whenever the waiting is over. */
export interface Resending {
  /** Resolves when the waiting is over; it is by itself, later after each attempt. */
  wait(message: Waiting): Promise<Outcome>;
  /** Ends the waiting of a message that somebody wants sent now; one that does not wait is on its way. */
  ask(key: string): void;
  /** Somebody does not want it sent any more, whether it waits, is on its way, or is not yet. */
  discard(key: string): void;
  isDiscarded(key: string): boolean;
  /** Ends all waiting: the connection is back, or a session is over. */
  wake(): void;
}

const FIRST_MS = 1_000;
const LONGEST_MS = 15_000;

export function createResending(): Resending {
  const waiting = new Map<string, (outcome: Outcome) => void>();
  const discarded = new Set<string>();
  return {
    wait({ key, attempts }) {
      return new Promise((resolve) => {
        const pauseMs = Math.min(FIRST_MS * 2 ** (attempts - 1), LONGEST_MS);
        const timer = setTimeout(() => end("again"), pauseMs);
        const end = (outcome: Outcome) => {
          clearTimeout(timer);
          waiting.delete(key);
          resolve(outcome);
        };
        waiting.set(key, end);
      });
    },
    ask: (key) => waiting.get(key)?.("asked"),
    discard(key) {
      discarded.add(key);
      waiting.get(key)?.("again");
    },
    isDiscarded: (key) => discarded.has(key),
    wake() {
      for (const end of [...waiting.values()]) end("again");
    },
  };
}
