// Messages that wait to be sent again: for a while, for the connection, or for somebody who does not want to wait.

/** A message that waits, and on whose behalf. */
export interface Waiting {
  readonly key: string;
  readonly audience: "staff" | "guest";
  /** How often it has been tried. */
  readonly attempts: number;
}

/**
 * Why the waiting is over.
 *
 * - `again`: it is worth another attempt
 * - `asked`: somebody wants another attempt now
 * - `discarded`: nobody wants it sent any more
 * - `expired`: the session that it was written in has ended
 */
export type Outcome = "again" | "asked" | "discarded" | "expired";

export interface Resending {
  /** Resolves when the waiting is over; it is by itself, later after each attempt. */
  wait(message: Waiting): Promise<Outcome>;
  /** Whether a message waits. */
  has(key: string): boolean;
  /** Ends the waiting of one message. */
  end(key: string, outcome: "asked" | "discarded"): void;
  /** Ends the waiting of all of an audience, whose session is over. */
  endAll(audience: Waiting["audience"], outcome: "discarded" | "expired"): void;
  /** Tries all again: the connection is back. */
  wake(): void;
}

const FIRST_MS = 1_000;
const LONGEST_MS = 15_000;

export function createResending(): Resending {
  const waiting = new Map<string, Waiting & { readonly end: (outcome: Outcome) => void }>();
  return {
    wait(message) {
      return new Promise((resolve) => {
        const pauseMs = Math.min(FIRST_MS * 2 ** (message.attempts - 1), LONGEST_MS);
        const timer = setTimeout(() => end("again"), pauseMs);
        const end = (outcome: Outcome) => {
          clearTimeout(timer);
          waiting.delete(message.key);
          resolve(outcome);
        };
        waiting.set(message.key, { ...message, end });
      });
    },
    has: (key) => waiting.has(key),
    end: (key, outcome) => waiting.get(key)?.end(outcome),
    endAll(audience, outcome) {
      for (const one of [...waiting.values()]) if (one.audience === audience) one.end(outcome);
    },
    wake() {
      for (const one of [...waiting.values()]) one.end("again");
    },
  };
}
