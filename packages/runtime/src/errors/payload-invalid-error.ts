// The error for a payload that is not what the contract says.
import type { SchemaIssue } from "../schema-interface.ts";
import { formatPath } from "./format-path.ts";
import { LockstepError } from "./lockstep-error.ts";

export interface PayloadInvalidErrorContext {
  /** Wire channel name. */
  readonly channel: string;
  /** Wire event name. */
  readonly event: string;
  /** Every fault; at least one. */
  readonly issues: readonly SchemaIssue[];
  /** What the issues' paths begin in. @default "payload" */
  readonly subject?: string;
}

/** A payload, or the attributes beside it, does not match the contract. */
export class PayloadInvalidError extends LockstepError {
  override readonly name = "PayloadInvalidError";
  readonly channel: string;
  readonly event: string;
  readonly issues: readonly SchemaIssue[];

  constructor({ channel, event, issues, subject = "payload" }: PayloadInvalidErrorContext) {
    const faults = issues.map(({ path, message }) => `${formatPath(subject, path)} ${message}`);
    super("payload-invalid", `${event} on ${channel}: ${faults.join("; ")}`);
    this.channel = channel;
    this.event = event;
    this.issues = issues;
  }
}
