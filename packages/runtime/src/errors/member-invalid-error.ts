// The error for a presence member who is not what the contract says.
import type { SchemaIssue } from "../schema-interface.ts";
import { formatPath } from "./format-path.ts";
import { LockstepError } from "./lockstep-error.ts";

export interface MemberInvalidErrorContext {
  /** Wire channel name. */
  readonly channel: string;
  readonly userId: string;
  readonly issues: readonly SchemaIssue[];
}

/** A presence member's id or `user_info` breaks the contract or Pusher's limits. */
export class MemberInvalidError extends LockstepError {
  override readonly name = "MemberInvalidError";
  readonly channel: string;
  readonly userId: string;
  readonly issues: readonly SchemaIssue[];

  constructor({ channel, userId, issues }: MemberInvalidErrorContext) {
    const faults = issues.map(({ path, message }) => `${formatPath("member", path)} ${message}`);
    super("member-invalid", `user ${JSON.stringify(userId)} on ${channel}: ${faults.join("; ")}`);
    this.channel = channel;
    this.userId = userId;
    this.issues = issues;
  }
}
