// How long the steps of a run take, for who measures them: without a listener nothing is kept.
import { channel } from "node:diagnostics_channel";

export type PhaseName = "load" | "model" | "plan" | "types" | "emit" | "write" | "verdict";

/** What a listener on the channel `lockstep:phase` hears as a step ends. */
export interface Phase {
  readonly name: PhaseName;
  /** Milliseconds, as `performance.now()` counts them. */
  readonly start: number;
  readonly end: number;
}

const phases = channel("lockstep:phase");

/** Answers the function to call at the step's end. */
export function startPhase(name: PhaseName): () => void {
  const start = performance.now();
  return () => {
    if (phases.hasSubscribers) {
      phases.publish({ name, start, end: performance.now() } satisfies Phase);
    }
  };
}
