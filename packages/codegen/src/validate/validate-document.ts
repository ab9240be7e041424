// Whether the document is AsyncAPI, as the official parser judges it.
import type { Diagnostic } from "../diagnostic.ts";
import { appendPointer } from "../load/json-pointer.ts";
import type { LoadedDocument } from "../load/loaded-document.ts";
import { withoutOtherArm } from "./other-arm.ts";
import { reduceFile } from "./reduce-file.ts";
import type { Finding, RunParser } from "./run-parser.ts";
import { virtualIndex } from "./virtual-path.ts";
import { withoutEchoes } from "./without-echoes.ts";

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
    message: `${subject}: ${problem}; ${wayOut(path, problem)}`,
  };
}

/** What AsyncAPI 2 says of a parameter in its `schema`, version 3 has no word for. */
function wayOut(path: readonly (string | number)[], problem: string): string {
  const word = /^property "([^"]+)" is not expected/.exec(problem)?.[1] ?? "";
  if (path.at(-3) !== "parameters" || path.at(-1) !== word || !ofParameters.has(word))
    return "see the AsyncAPI specification";
  return word === "schema" ? 'write it as "x-schema"' : 'write it under "x-schema", with a type';
}

const ofParameters: ReadonlySet<string> = new Set([
  "format",
  "maxLength",
  "maximum",
  "minLength",
  "minimum",
  "pattern",
  "schema",
  "type",
]);
