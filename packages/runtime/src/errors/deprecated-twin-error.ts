// The error for a deprecated event that cannot be made of the one that replaced it.
import type { ChannelEvent } from "../channel-event.ts";
import { LockstepError } from "./lockstep-error.ts";

export interface DeprecatedTwinErrorContext {
  /** Key of the deprecated event's channel. */
  readonly channel: string;
  /** Wire name of the deprecated event. */
  readonly event: string;
  /** The event that was to be accompanied; it is sent. */
  readonly of: ChannelEvent;
  /** Whether the contract's user maps it. */
  readonly isMapped: boolean;
  readonly cause: unknown;
}

/** Clients of a deprecated event did not get it; those of the event that replaced it did. */
export class DeprecatedTwinError extends LockstepError {
  override readonly name = "DeprecatedTwinError";
  readonly channel: string;
  readonly event: string;
  readonly of: ChannelEvent;

  constructor({ channel, event, of, isMapped, cause }: DeprecatedTwinErrorContext) {
    const problem = cause instanceof Error ? cause.message : String(cause);
    const wayOut = isMapped
      ? "mend the function that publishDeprecated maps it by"
      : "publish what both events can carry";
    super(
      "twin-failed",
      `deprecated event ${event} of channel ${channel}: not sent beside ${of.name} on ${of.channel} (${problem}); ${wayOut}`,
      { cause },
    );
    this.channel = channel;
    this.event = event;
    this.of = of;
  }
}
