// The words for something that a contract is leaving behind.
import type { Deprecation } from "@lockstep/runtime";

/** `is deprecated since 1.0.0, until 2027-06-30`. */
export function describeDeprecation({ since, sunset }: Deprecation): string {
  const from = since === undefined ? "" : ` since ${since}`;
  const until = sunset === undefined ? "" : `, until ${sunset}`;
  return `is deprecated${from}${until}`;
}
