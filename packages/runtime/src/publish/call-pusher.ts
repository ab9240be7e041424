// One request to Pusher, with a deadline, and its failure in our words.
import type { ChannelEvent } from "../channel-event.ts";
import { PublishError } from "../errors/publish-error.ts";

export interface CallPusherOptions {
  /** What is lost when the call fails. */
  readonly events: readonly ChannelEvent[];
  readonly timeoutMs: number;
}

/** How a promise is settled. */
export interface Settle {
  readonly resolve: () => void;
  readonly reject: (error: PublishError) => void;
}

/** Settles as the call does, or rejects when it takes too long; every rejection is a {@link PublishError}. */
export function callPusher(
  call: () => Promise<unknown>,
  options: CallPusherOptions,
): Promise<void> {
  return new Promise((resolve, reject) => settleAsPusher(call, options, { resolve, reject }));
}

/** Settles a promise that is there already as {@link callPusher} settles its own. */
export function settleAsPusher(
  call: () => Promise<unknown>,
  { events, timeoutMs }: CallPusherOptions,
  { resolve, reject }: Settle,
): void {
  let pending: Promise<unknown>;
  try {
    pending = Promise.resolve(call());
  } catch (cause) {
    reject(describeThrown(cause, events));
    return;
  }
  const timer = setTimeout(() => {
    reject(new PublishError(`no answer within ${timeoutMs} ms`, { events, retryable: true }));
  }, timeoutMs);
  pending.then(
    () => {
      clearTimeout(timer);
      resolve();
    },
    (cause: unknown) => {
      clearTimeout(timer);
      reject(describeFailure(cause, events));
    },
  );
}

// `pusher` throws at once for what no server would take: names and ids; but also for a key that it was not given
function describeThrown(cause: unknown, events: readonly ChannelEvent[]): PublishError {
  if (isProgramFault(cause)) return describeFault(cause, events);
  const problem = messageOf(cause);
  return /encryptionMasterKey/.test(problem)
    ? new PublishError(problem, { events, retryable: true, wayOut: wayOutOf.key, cause })
    : new PublishError(problem, { events, retryable: false, cause });
}

// the shape of `pusher`'s RequestError: a status where there was an answer, an error where there was none
function describeFailure(cause: unknown, events: readonly ChannelEvent[]): PublishError {
  const { status, body, error } = Object(cause) as {
    readonly status?: number;
    readonly body?: string;
    readonly error?: unknown;
  };
  if (typeof status !== "number") {
    if (isProgramFault(cause)) return describeFault(cause, events);
    return new PublishError(messageOf(error ?? cause), { events, retryable: true, cause });
  }
  const retryable = !refusalsOfEvents.has(status);
  const problem = `Pusher answered ${status}${body ? ` (${body.trim().slice(0, 200)})` : ""}`;
  const wayOut = retryable ? describeWayOut(status) : undefined;
  return new PublishError(problem, { events, status, retryable, wayOut, cause });
}

/** Statuses that judge what was sent; every other one judges who sent it, or nothing. */
const refusalsOfEvents: ReadonlySet<number> = /*#__PURE__*/ new Set([400, 413, 422]);

const wayOutOf = {
  credentials: "check the app id, the key and the secret, then it is worth a retry",
  place: "check the app id, the host and the cluster, then it is worth a retry",
  key: "give the client its encryption key, then it is worth a retry",
  client: "check how the client is set up, then it is worth a retry",
  fault: "it is worth a retry, but will fail for ever if the fault is in the client",
} as const;

function describeWayOut(status: number): string | undefined {
  if (status >= 500 || status === 408 || status === 429) return undefined;
  if (status === 401 || status === 403) return wayOutOf.credentials;
  return status === 404 ? wayOutOf.place : wayOutOf.client;
}

// `fetch` says with a TypeError that the network failed, so that even this one may be over later
function describeFault(cause: Error, events: readonly ChannelEvent[]): PublishError {
  const problem = `the client failed (${cause.name}: ${cause.message})`;
  return new PublishError(problem, { events, retryable: true, wayOut: wayOutOf.fault, cause });
}

function isProgramFault(cause: unknown): cause is Error {
  return (
    cause instanceof TypeError || cause instanceof ReferenceError || cause instanceof RangeError
  );
}

function messageOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
