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
