// How often something may happen within a second.

/** Answers a function that says whether once more is allowed, by the clock of `Date`. */
export function limitRate(perSecond: number): () => boolean {
  let times: number[] = [];
  return () => {
    const now = Date.now();
    times = times.filter((time) => time > now - 1000);
    if (times.length >= perSecond) return false;
    times.push(now);
    return true;
  };
}
