// A contract for tests: it is valid, or the test says what is wrong with it.
import { fileURLToPath } from "node:url";
import { type ContractModel, loadContract } from "@lockstep/codegen/contract";

/**
 * Loads a document and the files that it refers to; a path is taken from the working folder.
 *
 * @throws {Error} with every error, each with its place
 */
export async function loadTestContract(document: string | URL): Promise<ContractModel> {
  const file = typeof document === "string" ? document : fileURLToPath(document);
  // the official parser takes most of the time, and `lockstep check` asks it
  const options = { cwd: process.cwd(), validate: false };
  const { model, diagnostics } = await loadContract(file, options);
  if (model) return model;
  const lines = diagnostics
    .filter(({ severity }) => severity === "error")
    .map(({ file: at, line, column, message }) => `  ${at}:${line}:${column} ${message}`);
  throw new Error([`${file} is no valid contract; mend it:`, ...lines].join("\n"));
}
