// Which failures no further attempt can mend.

/**
 * Says whether an error of the runtime is final: a refusal with `retryable: false`, or an event that is too large with
 * its envelope. Any other error may be over later, also one of a misconfigured process (401, 403, 404, no `source`): the
 * events wait until it is mended.
 */
export function isPermanentFailure(error: unknown): boolean {
  const { code, retryable } = Object(error) as { code?: unknown; retryable?: unknown };
  return retryable === false || code === "payload-too-large";
}
