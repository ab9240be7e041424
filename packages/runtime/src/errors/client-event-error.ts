// The error for a client event that was not sent.
import { LockstepError } from "./lockstep-error.ts";

/** A client event could not be sent. */
export class ClientEventError extends LockstepError {
  override readonly name = "ClientEventError";
  readonly channel: string;
  readonly event: string;

  constructor(problem: string, { channel, event }: { channel: string; event: string }) {
    super("client-event-refused", `${event} on ${channel}: ${problem}`);
    this.channel = channel;
    this.event = event;
  }
}
