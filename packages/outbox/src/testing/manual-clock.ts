// A clock that moves only when the test moves it.
import type { Clock } from "../clock.ts";

export interface ManualClock extends Clock {
  advance(ms: number): void;
  /** How many callbacks wait. */
  waiting(): number;
}

export function createManualClock(): ManualClock {
  let time = 0;
  const timers = new Set<{ at: number; callback: () => void }>();
  return {
    now: () => time,
    setTimeout(callback, delayMs) {
      const timer = { at: time + delayMs, callback };
      timers.add(timer);
      return timer;
    },
    clearTimeout(timer) {
      timers.delete(timer as { at: number; callback: () => void });
    },
    advance(ms) {
      time += ms;
      for (const timer of [...timers].filter(({ at }) => at <= time)) {
        timers.delete(timer);
        timer.callback();
      }
    },
    waiting: () => timers.size,
  };
}
