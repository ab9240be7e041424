// From a file's name to the contract that it writes down, with all that is wrong with it.
import { type Diagnostic, sortDiagnostics } from "./diagnostic.ts";
import { lintModel } from "./lint/lint-model.ts";
import { type LoadDocumentOptions, loadDocument } from "./load/load-document.ts";
import type { LoadedDocument } from "./load/loaded-document.ts";
import { buildModel } from "./model/build-model.ts";
import type { ContractModel } from "./model/contract-model.ts";
import { validateDocument } from "./validate/validate-document.ts";

export interface LoadContractResult {
  /** Absent where a diagnostic is an error. */
  readonly model?: ContractModel;
  /** By file, line and column. */
  readonly diagnostics: Diagnostic[];
  /** Every file that was asked for, sorted, also where it could not be read. */
  readonly files: string[];
  /** Text of a line, from 1, of one of these files. */
  readonly sourceLine: (file: string, line: number) => string | undefined;
}

export interface LoadContractOptions extends LoadDocumentOptions {
  /**
   * Whether the events travel over Pusher, so that its rules hold. Without it only their types are wanted, of a document
   * of any transport.
   *
   * @default true
   */
  readonly lint?: boolean;
  /**
   * Whether the official parser judges too, which takes most of the time.
   *
   * @default true
   */
  readonly validate?: boolean | undefined;
}

/** Loads, validates, models and lints a contract. Never rejects for what the document says. */
export async function loadContract(
  file: string,
  options: LoadContractOptions,
): Promise<LoadContractResult> {
  const document = await loadDocument(file, options);
  const { model, diagnostics } = await judge(document, options);
  const isInvalid = diagnostics.some(({ severity }) => severity === "error");
  return {
    ...(model && !isInvalid && { model }),
    diagnostics: sortDiagnostics(diagnostics),
    files: [...document.files],
    sourceLine: document.sourceLine,
  };
}

async function judge(
  document: LoadedDocument,
  { lint = true, validate = true }: LoadContractOptions,
): Promise<{ readonly model?: ContractModel; readonly diagnostics: readonly Diagnostic[] }> {
  // the steps after loading would only repeat that a part is missing
  if (document.diagnostics.length > 0) return { diagnostics: document.diagnostics };
  const { model, diagnostics: modelDiagnostics } = buildModel(document, { isPusher: lint });
  const linted = model && lint ? lintModel(model) : undefined;
  const own = [...modelDiagnostics, ...(linted ?? [])];
  if (own.some(({ code }) => unreadableCodes.has(code))) return { diagnostics: own };
  const validity = validate ? await validateDocument(document) : [];
  return {
    ...(model && { model }),
    diagnostics: [
      ...own,
      ...validity.filter((found) => !isToldBy(own, found, linted !== undefined)),
    ],
  };
}

/** Whether our own findings, which know the way out, tell what the parser found. */
function isToldBy(own: readonly Diagnostic[], found: Diagnostic, isLinted: boolean): boolean {
  if (isLinted && /^asyncapi[23]-channel-parameters$/.test(found.code)) return true;
  return own.some(
    ({ severity, file, pointer }) =>
      severity === "error" && file === found.file && pointer === found.pointer,
  );
}

/** Of documents that the parser would judge by another specification. */
const unreadableCodes: ReadonlySet<string> = new Set(["not-asyncapi", "version-unsupported"]);
