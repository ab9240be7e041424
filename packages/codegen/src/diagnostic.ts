// What codegen says to a person: all of it at once, each with a place and a way out.

export type Severity = "error" | "warning" | "info";

/** One finding about a document. Shape of `--format json` in design: `{ diagnostics: Diagnostic[] }`. */
export interface Diagnostic {
  readonly severity: Severity;
  /** Stable, kebab-case. */
  readonly code: string;
  /** Path from the working folder, with `/`. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** From 1. */
  readonly column: number;
  /** JSON Pointer into the file. */
  readonly pointer: string;
  /** `subject: problem; way out`. */
  readonly message: string;
}

/** By file, line, column, code and message, each finding once. */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const unique = new Map(diagnostics.map((diagnostic) => [JSON.stringify(diagnostic), diagnostic]));
  return [...unique.values()].sort(
    (a, b) =>
      compareText(a.file, b.file) ||
      a.line - b.line ||
      a.column - b.column ||
      compareText(a.code, b.code) ||
      compareText(a.message, b.message),
  );
}

export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
