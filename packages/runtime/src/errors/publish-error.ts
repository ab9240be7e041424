// The error for events that did not reach Pusher, or may not have.
import type { ChannelEvent } from "../channel-event.ts";
import { LockstepError } from "./lockstep-error.ts";

export interface PublishErrorContext {
  /** What was not sent, the first of them the reason; at least one. */
  readonly events: readonly ChannelEvent[];
  readonly status?: number | undefined;
  readonly retryable: boolean;
  /** What to do, where it is more than trying again or not. */
  readonly wayOut?: string | undefined;
  readonly cause?: unknown;
}

/** Publishing failed. */
export class PublishError extends LockstepError {
  override readonly name = "PublishError";
  /**
   * The events that were not sent, in the order given; events before them were. Where nothing was sent because one event
   * cannot be, that one alone. After a time-out or a broken connection the first ten of them may have been sent all the
   * same, so a retry may send them twice, with the same ids.
   */
  readonly events: readonly ChannelEvent[];
  /** HTTP status, where there was an answer. */
  readonly status: number | undefined;
  /**
   * Whether the same events may be taken later. `false` is about the events: 400, 413, 422, and what `pusher` refuses
   * before it sends. Everything else is `true`, also where the process is misconfigured (401, 403, 404, no `source`, an
   * error inside the client): it is not the events' fault, and the message says what to mend.
   */
  readonly retryable: boolean;

  constructor(problem: string, { events, status, retryable, wayOut, cause }: PublishErrorContext) {
    const [first, ...others] = events;
    const subject = `${first?.name} on ${first?.channel}${others.length > 0 ? ` and ${others.length} more` : ""}`;
    const usual = retryable ? "it is worth a retry" : "a retry would fail in the same way";
    super("publish-failed", `${subject}: ${problem}; ${wayOut ?? usual}`, { cause });
    this.events = events;
    this.status = status;
    this.retryable = retryable;
  }
}
