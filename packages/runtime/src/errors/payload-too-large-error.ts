// The error for a payload that Pusher would refuse with 413.
import { LockstepError } from "./lockstep-error.ts";

export interface PayloadTooLargeErrorContext {
  readonly channel: string;
  readonly event: string;
  /** UTF-8 bytes of what would go over the wire. */
  readonly bytes: number;
  readonly limitBytes: number;
}

/** What would go over the wire is more than Pusher takes. */
export class PayloadTooLargeError extends LockstepError {
  override readonly name = "PayloadTooLargeError";
  readonly channel: string;
  readonly event: string;
  readonly bytes: number;
  readonly limitBytes: number;

  constructor({ channel, event, bytes, limitBytes }: PayloadTooLargeErrorContext) {
    super(
      "payload-too-large",
      `${event} on ${channel}: the data is ${bytes} bytes, ${limitBytes} are allowed; publish an id and let the client fetch the rest`,
    );
    this.channel = channel;
    this.event = event;
    this.bytes = bytes;
    this.limitBytes = limitBytes;
  }
}
