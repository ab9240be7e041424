// Keeping a suite that sends everything out of the coverage.

/** On the global object, since the set-up of a test and the test itself may have their own copy of this module. */
const pausesKey = Symbol.for("lockstep.coveragePauses");

interface Pausable {
  [pausesKey]?: number;
}

/** Nothing counts until the answered function is called. */
export function pauseCoverage(): () => void {
  const global = globalThis as Pausable;
  global[pausesKey] = (global[pausesKey] ?? 0) + 1;
  return () => {
    global[pausesKey] = (global[pausesKey] ?? 1) - 1;
  };
}

export function isCoveragePaused(): boolean {
  return ((globalThis as Pausable)[pausesKey] ?? 0) > 0;
}
