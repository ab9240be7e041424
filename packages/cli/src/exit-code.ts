// The exit codes of the command, one meaning each.

export const exitCode = {
  ok: 0,
  /** An internal fault, or the disk refused. */
  failure: 1,
  usage: 2,
  invalidDocument: 3,
  stale: 4,
  /** Somebody breaks, or something is still there after its last day. */
  breaking: 5,
  /** Something off the contract crossed the wire of `dev --strict`. */
  offContract: 6,
} as const;

export type ExitCode = (typeof exitCode)[keyof typeof exitCode];
