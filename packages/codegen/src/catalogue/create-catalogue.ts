// From a contract's model to its catalogue, with the modules that its generated code is imported from.
import { resolve } from "node:path";
import { type ChannelFilter, filterChannels } from "../channel-filter.ts";
import type { Diagnostic } from "../diagnostic.ts";
import type { ContractModel } from "../model/contract-model.ts";
import {
  defaultOutput,
  type Only,
  type Output,
  outputFolders,
  packageNameAbove,
} from "../output-folders.ts";
import { planContract } from "../plan/plan-contract.ts";
import { buildCatalogue } from "./build-catalogue.ts";
import type { Catalogue } from "./catalogue.ts";
import type { SampleModules } from "./print-samples.ts";

export interface CreateCatalogueOptions {
  /** Where generated code goes, as for `generate`: code samples import it from there. */
  readonly output?: Output | undefined;
  /** `events`: there is no code for channels, and so no samples. */
  readonly only?: Only | undefined;
  readonly channels?: ChannelFilter | undefined;
  readonly cwd: string;
}

export interface CreateCatalogueResult {
  /** Absent where a diagnostic is an error. */
  readonly catalogue?: Catalogue;
  readonly diagnostics: readonly Diagnostic[];
}

/** Describes a contract for readers. Writes nothing; the same contract gives the same catalogue. */
export async function createCatalogue(
  whole: ContractModel,
  { output = defaultOutput, only, channels, cwd }: CreateCatalogueOptions,
): Promise<CreateCatalogueResult> {
  const { model, diagnostics: unmatched } = filterChannels(whole, channels);
  const { plan, diagnostics: found } = planContract(model);
  const diagnostics = [...unmatched, ...found];
  if (plan === undefined || unmatched.length > 0) return { diagnostics };
  const modules = only === "events" ? undefined : await modulesOf(output, cwd);
  return { catalogue: buildCatalogue(model, plan, modules), diagnostics };
}

/** Packages by their names; a folder by its path from the project's root. */
async function modulesOf(output: Output, cwd: string): Promise<SampleModules> {
  const folders = outputFolders(output);
  const isOneFolder = typeof output === "string";
  const moduleOf = async (folder: string): Promise<string> => {
    const name = isOneFolder ? undefined : await packageNameAbove(resolve(cwd, folder));
    return name ?? `./${folder}/index.js`;
  };
  const subscribers = await moduleOf(folders.subscribers);
  return {
    publishers: await moduleOf(folders.publishers),
    subscribers,
    ...(!isOneFolder && { react: subscribers.replace(/(?:\/index\.js)?$/, "/react") }),
  };
}
