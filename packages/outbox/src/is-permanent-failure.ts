// Which failures no further attempt can mend.

/**
 * Says whether an error declares itself permanent by `retryable: false`, as the runtime's errors do for a payload that is
 * too large and for every other refusal of the realtime server but 429. Anything else may be over later.
 */
export function isPermanentFailure(error: unknown): boolean {
  return (
    typeof error === "object" && error !== null && "retryable" in error && error.retryable === false
  );
}
