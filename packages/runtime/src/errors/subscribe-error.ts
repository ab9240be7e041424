// The error for everything but an invalid payload that goes wrong between the server and a handler.
import { LockstepError } from "./lockstep-error.ts";

export type SubscribeErrorCode =
  | "subscription-refused"
  | "subscription-timed-out"
  | "payload-undecodable"
  | "handler-failed"
  | "event-unknown"
  | "sequence-gap";

export interface SubscribeErrorContext {
  readonly channel: string;
  readonly event?: string | undefined;
  readonly status?: number | undefined;
  readonly nearest?: string | undefined;
  readonly cause?: unknown;
}

/** A subscription failed, or an event could not be handed to its handlers. */
export class SubscribeError extends LockstepError {
  override readonly name = "SubscribeError";
  declare readonly code: SubscribeErrorCode;
  /** Wire channel name. */
  readonly channel: string;
  /** Wire event name, where an event is the matter. */
  readonly event: string | undefined;
  /** HTTP status of the authorization endpoint, where it refused. */
  readonly status: number | undefined;
  /** The event that was most likely meant, where one is unknown. */
  readonly nearest: string | undefined;

  constructor(code: SubscribeErrorCode, problem: string, context: SubscribeErrorContext) {
    const { channel, event, status, nearest, cause } = context;
    super(code, `${event === undefined ? channel : `${event} on ${channel}`}: ${problem}`, {
      cause,
    });
    this.channel = channel;
    this.event = event;
    this.status = status;
    this.nearest = nearest;
  }
}
