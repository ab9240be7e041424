// Work on automata that may grow out of bounds.
import { TooManyNodesError } from "refa";

/** Answers what `work` answers; `undefined` where an automaton would have too many states. */
export function attempt<Value>(work: () => Value): Value | undefined {
  try {
    return work();
  } catch (error) {
    if (error instanceof TooManyNodesError) return undefined;
    throw error;
  }
}
