// Whether the document is AsyncAPI, as the official parser judges it.
import type { Diagnostic } from "../diagnostic.ts";
import { appendPointer } from "../load/json-pointer.ts";
import type { LoadedDocument } from "../load/loaded-document.ts";
import { findPart, referenceOf } from "../load/resolve-place.ts";
import { withoutOtherArm } from "./other-arm.ts";
import { reduceFile } from "./reduce-file.ts";
import type { Finding, RunParser } from "./run-parser.ts";
import { virtualIndex } from "./virtual-path.ts";

/**
 * Judges the structure of the document, schemas excepted: those are judged where the model finds them.
 *
 * The parser reads nothing itself. It gets every file from memory, and each finding comes back at the place where the
 * fault is written, also behind a `$ref`.
 */
export async function validateDocument(
  document: LoadedDocument,
  run: RunParser,
): Promise<Diagnostic[]> {
  const files = [...document.sources.keys()];
  const texts = files.map((file) => JSON.stringify(reduceFile(document, file, files)));
  const findings = await run({ texts, root: files.indexOf(document.file) });
  const diagnostics = findings
    // loading has judged references already
    .filter(({ code }) => code !== "invalid-ref")
    .map((finding) => toDiagnostic(document, finding, files));
  return withoutEchoes(document, withoutOtherArm(diagnostics));
}

function toDiagnostic(
  document: LoadedDocument,
  { code, message, path, severity, source = "" }: Finding,
  files: readonly string[],
): Diagnostic {
  const file = files[virtualIndex(source)] ?? document.file;
  const subject = path.length === 0 ? "document" : path.join(".");
  const problem = message.replace(/\.$/, "").replace(/^[A-Z](?=[a-z ])/, (c) => c.toLowerCase());
  return {
    severity: severity === 0 ? "error" : "warning",
    code: String(code).startsWith("asyncapi-document-") ? "asyncapi-invalid" : String(code),
    ...document.locate(file, appendPointer("", ...path)),
    message: `${subject}: ${problem}; see the AsyncAPI specification`,
  };
}

/** One fault is found again wherever a `$ref` leads to it; only the finding at the fault itself helps. */
function withoutEchoes(document: LoadedDocument, diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const problemOf = ({ message }: Diagnostic): string => message.slice(message.indexOf(": "));
  const isAtReference = (diagnostic: Diagnostic): boolean =>
    referenceOf(findPart(document.sources, diagnostic)?.value) !== undefined;
  const atFault = new Set(diagnostics.filter((d) => !isAtReference(d)).map(problemOf));
  return diagnostics.filter((d) => !isAtReference(d) || !atFault.has(problemOf(d)));
}
