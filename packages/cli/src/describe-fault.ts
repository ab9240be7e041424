// What a person reads when a command ends with a fault.

/** What the disk and its rights refuse, which nobody mends by reading a stack. */
const refusals: ReadonlySet<unknown> = new Set([
  "EACCES",
  "EDQUOT",
  "EEXIST",
  "EISDIR",
  "ENOSPC",
  "ENOTDIR",
  "EPERM",
  "EROFS",
]);

/** One sentence for a refusal of the disk; the stack for everything else. */
export function describeFault(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code, path, message } = error as NodeJS.ErrnoException;
  if (path === undefined || !refusals.has(code)) return error.stack ?? message;
  return `disk: ${message}; mend that and run it again`;
}
