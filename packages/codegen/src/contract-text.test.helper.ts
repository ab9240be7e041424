// Contracts written as text inside a test.
import type { Diagnostic } from "./diagnostic.ts";
import { loadDocument } from "./load/load-document.ts";
import type { LoadedDocument } from "./load/loaded-document.ts";
import { buildModel } from "./model/build-model.ts";
import type { ContractModel } from "./model/contract-model.ts";

/** The lines that every document needs; the tests' own text begins on line 3. */
export const head = "asyncapi: 3.0.0\ninfo: { title: Test, version: 1.0.0 }\n";

/** Files by path; the first is the root. */
export type Files = Readonly<Record<string, string>>;

/** Reads from memory as the default reads from the disk. */
export function readFrom(files: Files): (file: string) => Promise<string> {
  return async (file) => {
    const text = Object.hasOwn(files, file) ? files[file] : undefined;
    if (text === undefined) throw Object.assign(new Error("no such file"), { code: "ENOENT" });
    return text;
  };
}

/** Loads files of which the first is the root; a text alone is `contract.yaml`. */
export async function loadText(given: string | Files): Promise<LoadedDocument> {
  const files = typeof given === "string" ? { "contract.yaml": given } : given;
  const [root = "contract.yaml"] = Object.keys(files);
  return loadDocument(root, { cwd: "/nowhere", readFile: readFrom(files) });
}

/** Builds the model of a document without errors. */
export async function modelOf(given: string | Files): Promise<ContractModel> {
  const document = await loadText(given);
  const { model, diagnostics } = buildModel(document);
  if (model) return model;
  throw new Error(lines([...document.diagnostics, ...diagnostics]).join("\n"));
}

/** What loading and building the model find, one line each. */
export async function modelFindings(given: string | Files): Promise<string[]> {
  const document = await loadText(given);
  return lines([...document.diagnostics, ...buildModel(document).diagnostics]);
}

/** `file:line:column severity code message`. */
export function lines(diagnostics: readonly Diagnostic[]): string[] {
  return diagnostics.map(
    ({ file, line, column, severity, code, message }) =>
      `${file}:${line}:${column} ${severity} ${code} ${message}`,
  );
}
