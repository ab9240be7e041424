// What a failed expectation says.

/** Runners that know `actual` and `expected` may show them in their own way; the message holds both already. */
export class ExpectationError extends Error {
  override readonly name = "ExpectationError";
  readonly actual: unknown;
  readonly expected: unknown;

  constructor(message: string, { actual, expected }: { actual: unknown; expected: unknown }) {
    super(message);
    this.actual = actual;
    this.expected = expected;
  }
}
