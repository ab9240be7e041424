// One request to Pusher, with a deadline, and its failure in our words.
import type { ChannelEvent } from "../channel-event.ts";
import { PublishError } from "../errors/publish-error.ts";

export interface CallPusherOptions {
  /** What is lost when the call fails. */
  readonly events: readonly ChannelEvent[];
  readonly timeoutMs: number;
}

/** Settles as the call does, or rejects when it takes too long; every rejection is a {@link PublishError}. */
export async function callPusher(
  call: () => Promise<unknown>,
  { events, timeoutMs }: CallPusherOptions,
): Promise<void> {
  let pending: Promise<unknown>;
  try {
    pending = call();
  } catch (cause) {
    // `pusher` throws at once for what no server would take: names, socket ids, a missing encryption key
    throw new PublishError(messageOf(cause), { events, retryable: false, cause });
  }
  let timer: ReturnType<typeof setTimeout> | undefined;
  const deadline = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new PublishError(`no answer within ${timeoutMs} ms`, { events, retryable: true }));
    }, timeoutMs);
  });
  try {
    await Promise.race([pending, deadline]);
  } catch (cause) {
    throw cause instanceof PublishError ? cause : describeFailure(cause, events);
  } finally {
    clearTimeout(timer);
  }
}

// the shape of `pusher`'s RequestError: a status where there was an answer, an error where there was none
function describeFailure(cause: unknown, events: readonly ChannelEvent[]): PublishError {
  const { status, body, error } = Object(cause) as {
    readonly status?: number;
    readonly body?: string;
    readonly error?: unknown;
  };
  if (typeof status !== "number") {
    return new PublishError(messageOf(error ?? cause), { events, retryable: true, cause });
  }
  const retryable = status >= 500 || status === 408 || status === 429;
  const problem = `Pusher answered ${status}${body ? ` (${body.trim().slice(0, 200)})` : ""}`;
  return new PublishError(problem, { events, status, retryable, cause });
}

function messageOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
