// How long a failed event waits before it is tried again.

const FIRST_MS = 250;
const LONGEST_MS = 30_000;

/**
 * Doubles from a quarter of a second to half a minute, and takes between half of that and all of it, so that events
 * that failed together do not come back together.
 *
 * @param attempts attempts so far, at least 1
 * @param random in [0, 1)
 */
export function backoffMs(attempts: number, random: () => number = Math.random): number {
  const longest = Math.min(LONGEST_MS, FIRST_MS * 2 ** (attempts - 1));
  return Math.round(longest * (0.5 + random() / 2));
}
