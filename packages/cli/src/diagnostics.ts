// What commands ask of findings, and the place of a finding of their own.
import type { Diagnostic } from "@lockstep/codegen";

export function hasError(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some(({ severity }) => severity === "error");
}

/** The place of a finding about a whole file, which has no line to show. */
export function wholeFile(file: string): Pick<Diagnostic, "file" | "line" | "column" | "pointer"> {
  return { file, line: 1, column: 1, pointer: "" };
}
