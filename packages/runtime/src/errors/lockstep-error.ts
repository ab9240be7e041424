// The base of every error of this package.

/** Which rule was broken; the set is closed. */
export type LockstepErrorCode =
  | "channel-parameter-invalid"
  | "payload-invalid"
  | "payload-too-large"
  | "publish-failed"
  | "twin-failed"
  | "subscription-refused"
  | "subscription-timed-out"
  | "payload-undecodable"
  | "handler-failed"
  | "event-unknown"
  | "sequence-gap"
  | "client-event-refused"
  | "member-invalid"
  | "transport-refused";

/** Base of the errors of this package. Tell them apart by `code`, which also works across copies of the package. */
export class LockstepError extends Error {
  override readonly name: string = "LockstepError";
  readonly code: LockstepErrorCode;

  constructor(code: LockstepErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
