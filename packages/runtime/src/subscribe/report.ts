// Where a fault goes: to whoever listens, and never into pusher-js.
import type { LockstepError } from "../errors/lockstep-error.ts";
import type { ErrorContext, OnError } from "./subscription.ts";

/** Gives an error to each listener once; to the platform's own error report where there is none, or it throws too. */
export function report(
  listeners: Iterable<OnError | undefined>,
  error: LockstepError,
  context: ErrorContext,
): void {
  for (const listener of new Set(listeners)) {
    if (!listener) {
      reportToPlatform(error);
      continue;
    }
    try {
      listener(error, context);
    } catch (thrown) {
      reportToPlatform(thrown);
    }
  }
}

function reportToPlatform(error: unknown): void {
  if (typeof globalThis.reportError === "function") globalThis.reportError(error);
  else {
    // Node has no reportError; like an `error` event without a listener, it must not be lost
    queueMicrotask(() => {
      throw error;
    });
  }
}
