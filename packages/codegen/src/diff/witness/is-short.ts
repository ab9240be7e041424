// How long a value is as JSON, measured no further than is asked.

/**
 * Whether a JSON value has about so many characters at most, separators left out. Lists that hold one list many times,
 * and that inside of each other, are small in memory and endless as text: once the limit is reached nothing more is read.
 */
export function isShort(value: unknown, lengthAtMost: number): boolean {
  return measure(value, lengthAtMost) >= 0;
}

/** Answers how much is left; less than 0 where it does not fit. */
function measure(value: unknown, left: number): number {
  if (typeof value !== "object" || value === null) return left - String(value).length;
  let rest = left - 2;
  for (const [key, part] of Object.entries(value)) {
    if (rest < 0) return rest;
    rest = measure(part, rest - (Array.isArray(value) ? 0 : key.length));
  }
  return rest;
}
