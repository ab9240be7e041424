// Time, as the protocol is given it.

/** A source of time. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Runs something once, later; answers how to call it off. */
  after(delayMs: number, run: () => void): () => void;
}
