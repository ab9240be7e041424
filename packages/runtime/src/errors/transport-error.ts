// The error with which the memory transport refuses what Pusher would refuse.
import { LockstepError } from "./lockstep-error.ts";

/** Pusher would refuse this; `status` is what it would answer. */
export class TransportError extends LockstepError {
  override readonly name = "TransportError";
  /** HTTP status. */
  readonly status: number;

  constructor(status: number, message: string) {
    super("transport-refused", message);
    this.status = status;
  }
}
