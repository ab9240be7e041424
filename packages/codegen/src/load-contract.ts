// From a file's name to the contract that it writes down, with all that is wrong with it.
import type { Diagnostic } from "./diagnostic.ts";
import { type LoadDocumentOptions, loadDocument } from "./load/load-document.ts";
import { buildModel } from "./model/build-model.ts";
import type { ContractModel } from "./model/contract-model.ts";

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

/** Loads, validates, models and lints a contract. Never rejects for what the document says. */
export async function loadContract(
  file: string,
  options: LoadDocumentOptions,
): Promise<LoadContractResult> {
  const document = await loadDocument(file, options);
  const built = document.diagnostics.length === 0 ? buildModel(document) : { diagnostics: [] };
  const diagnostics = [...document.diagnostics, ...built.diagnostics];
  return {
    ...(built.model && { model: built.model }),
    diagnostics,
    files: [...document.files],
    sourceLine: document.sourceLine,
  };
}
