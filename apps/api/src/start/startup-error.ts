// Why the process cannot start, in one line for the person who started it.

/** Printed as it is, without a stack. */
export class StartupError extends Error {
  override readonly name = "StartupError";
}

/** What went wrong, also where the error itself has no message: a refused connection to several addresses. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = (error as NodeJS.ErrnoException).code;
  return error.message || (code ?? error.name);
}
