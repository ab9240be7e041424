// The place of a finding of a command's own.
import type { Diagnostic } from "@lockstep/codegen";

/** The place of a finding about a whole file, which has no line to show. */
export function wholeFile(file: string): Pick<Diagnostic, "file" | "line" | "column" | "pointer"> {
  return { file, line: 1, column: 1, pointer: "" };
}
