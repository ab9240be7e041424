// The numbers of a relay: their defaults, and what is refused.
import type { RelayOptions } from "./relay-options.ts";

type RelayNumbers = Required<
  Pick<
    RelayOptions,
    "concurrency" | "batchSize" | "pollIntervalMs" | "publishTimeoutMs" | "leaseMs"
  >
>;

// what the database and a busy process may take besides the requests
const SPARE_MS = 5000;

/** @throws {RangeError} when a relay could not keep its word with them */
export function resolveRelayOptions({
  concurrency = 8,
  batchSize = 10,
  pollIntervalMs = 1000,
  publishTimeoutMs = 5000,
  leaseMs = 2 * publishTimeoutMs + SPARE_MS,
}: RelayOptions): RelayNumbers {
  for (const [name, value] of Object.entries({ concurrency, batchSize })) {
    if (Number.isInteger(value) && value > 0) continue;
    throw new RangeError(`createRelay: ${name} is ${value}; it must be a whole number, 1 or more`);
  }
  // a request that is refused is followed by one for each of its events
  const longestMs = 2 * publishTimeoutMs;
  if (!(leaseMs > longestMs)) {
    throw new RangeError(
      `createRelay: leaseMs is ${leaseMs}; it must be above ${longestMs}, twice publishTimeoutMs, ` +
        "or events that are being sent are sent again elsewhere",
    );
  }
  return { concurrency, batchSize, pollIntervalMs, publishTimeoutMs, leaseMs };
}
