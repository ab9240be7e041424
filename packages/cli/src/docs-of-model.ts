// A contract's model as the page that documents it.
import { type ContractModel, createCatalogue, type Diagnostic } from "@lockstep/codegen";
import { type RenderDocsOptions, renderDocs } from "@lockstep/docs";
import type { Contract } from "./root-contract.ts";

export interface DocsOfModel {
  /** Absent where a diagnostic is an error. */
  readonly page?: string;
  readonly diagnostics: readonly Diagnostic[];
}

export async function docsOfModel(
  model: ContractModel,
  contract: Pick<Contract, "cwd" | "output" | "only" | "channels">,
  options?: RenderDocsOptions,
): Promise<DocsOfModel> {
  const { catalogue, diagnostics } = await createCatalogue(model, { ...contract });
  if (catalogue === undefined) return { diagnostics };
  return { page: renderDocs(catalogue, options), diagnostics };
}
