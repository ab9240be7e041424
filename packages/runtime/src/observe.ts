// Telling a test kit which events were built and which handlers were called; in production nobody listens.

export interface Observation {
  /** `built` by a publisher's builder, `triggered` by a subscription, or `handled` by a handler of a subscription. */
  readonly kind: "built" | "triggered" | "handled";
  /** Key of the channel in the contract. */
  readonly channel: string;
  /** Key of the event in the contract. */
  readonly event: string;
}

export type Observer = (observation: Observation) => void;

/** Registered, so that several copies of this package have one set. */
const observersKey = /*#__PURE__*/ Symbol.for("lockstep.observers");

interface Observed {
  [observersKey]?: Set<Observer>;
}

/** Tells the observer of everything from now on, in this process or page; answers a function that ends it. */
export function observe(observer: Observer): () => void {
  const observed = globalThis as Observed;
  observed[observersKey] ??= new Set();
  const observers = observed[observersKey];
  observers.add(observer);
  return () => void observers.delete(observer);
}

/** For this package: what happened, after it did. */
export function tellObservers(observation: Observation): void {
  const observers = (globalThis as Observed)[observersKey];
  if (observers) for (const observer of observers) observer(observation);
}
