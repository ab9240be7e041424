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

/** Whether one of the findings is an error. */
export function hasError(diagnostics: readonly Pick<Diagnostic, "severity">[]): boolean {
  return diagnostics.some(({ severity }) => severity === "error");
}

/** A finding at a place of which line and column are looked for when somebody asks, in the file as it is then. */
export function diagnosticAt(
  origin: Pick<Diagnostic, "column" | "file" | "line" | "pointer">,
  finding: Pick<Diagnostic, "code" | "message" | "severity">,
): Diagnostic {
  const { severity, code, message } = finding;
  const { file, pointer } = origin;
  return {
    severity,
    code,
    file,
    pointer,
    get line() {
      return origin.line;
    },
    get column() {
      return origin.column;
    },
    message,
  };
}

/** By file, line, column, code and message, each finding once, with its line and column as they are now. */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const settled = diagnostics.map((diagnostic) => ({ ...diagnostic }));
  const unique = new Map(settled.map((diagnostic) => [JSON.stringify(diagnostic), diagnostic]));
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
