// One fault, found several times.
import type { Diagnostic } from "../diagnostic.ts";
import type { LoadedDocument } from "../load/loaded-document.ts";
import { findPart, referenceOf } from "../load/resolve-place.ts";

/**
 * Leaves the finding at the fault itself: it is found again wherever a `$ref` leads to it, on what it stands in, and, where
 * a part may have two forms, as not being of the other one.
 */
export function withoutEchoes(
  document: LoadedDocument,
  diagnostics: readonly Diagnostic[],
): Diagnostic[] {
  const isAtReference = (diagnostic: Diagnostic): boolean =>
    referenceOf(findPart(document.sources, diagnostic)?.value) !== undefined;
  const atFault = new Set(diagnostics.filter((d) => !isAtReference(d)).map(problemOf));
  return diagnostics.filter((one) => {
    const problem = problemOf(one);
    if (isAtReference(one)) return !atFault.has(problem);
    const below = diagnostics.filter(
      ({ file, pointer }) => file === one.file && pointer.startsWith(`${one.pointer}/`),
    );
    return !below.some((other) => otherForm.test(problem) || problemOf(other) === problem);
  });
}

/** What the parser says of an entry that is faulty inside. */
const otherForm = /^item at index \d+ must be array$/;

function problemOf({ message }: Diagnostic): string {
  return message.slice(message.indexOf(": ") + 2, message.lastIndexOf("; "));
}
