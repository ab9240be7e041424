// From a file's name to its contract as one self-contained document.
import type { Diagnostic } from "../diagnostic.ts";
import { loadDocument } from "../load/load-document.ts";
import { type LoadContractOptions, loadContract } from "../load-contract.ts";
import { createMemory } from "../memory/memory.ts";
import { bundleDocument } from "./bundle-document.ts";

export interface BundleResult {
  /** JSON; absent where a diagnostic is an error. */
  readonly text?: string;
  readonly diagnostics: readonly Diagnostic[];
}

/** Bundles a contract that is valid, for a package to carry. Never rejects for what the document says. */
export async function bundleContract(
  file: string,
  options: LoadContractOptions,
): Promise<BundleResult> {
  const memory = options.memory ?? createMemory();
  const { model, diagnostics } = await loadContract(file, { ...options, memory });
  if (model === undefined) return { diagnostics };
  return { text: bundleDocument(await loadDocument(file, { ...options, memory })), diagnostics };
}
