// From a document to its generated files, in memory.
import { type Diagnostic, sortDiagnostics } from "./diagnostic.ts";
import { emitContract } from "./emit/emit-contract.ts";
import { loadContract } from "./load-contract.ts";
import { defaultOutput, type Only, type Output, resolveTargets } from "./output-targets.ts";
import { planContract } from "./plan/plan-contract.ts";
import { planTypes } from "./types/plan-types.ts";
import type { GeneratedFile } from "./write/generated-file.ts";

export interface GenerateOptions {
  /** The AsyncAPI document, from `cwd` or absolute. */
  readonly input: string;
  /**
   * One folder for a self-contained result without React, or the `src` folders of three packages.
   *
   * @default packages/events/src, packages/publishers/src, packages/subscribers/src
   */
  readonly output?: Output | undefined;
  /** `events`: types and schemas alone, of a document of any transport. */
  readonly only?: Only | undefined;
  /** @default process.cwd() */
  readonly cwd?: string | undefined;
  /**
   * Named in each file as the way to make it again.
   *
   * @default npm run generate
   */
  readonly command?: string | undefined;
}

export interface GenerateResult {
  /** Empty where a diagnostic is an error. Sorted by folder and path. */
  readonly files: readonly GeneratedFile[];
  /** Folders that generation owns files in, as given. */
  readonly folders: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
  /** Every document that was asked for, for a watcher. */
  readonly sources: readonly string[];
}

/** Writes nothing. The same documents give the same bytes, on every machine. */
export async function generate(options: GenerateOptions): Promise<GenerateResult> {
  const { input, output = defaultOutput, only, cwd = process.cwd() } = options;
  const eventsOnly = only === "events";
  const {
    model,
    diagnostics,
    files: sources,
  } = await loadContract(input, { cwd, lint: !eventsOnly });
  if (model === undefined) return { files: [], folders: [], diagnostics, sources };
  const { plan, diagnostics: found } = planContract(model, { eventsOnly });
  const all = sortDiagnostics([...diagnostics, ...found]);
  if (plan === undefined) return { files: [], folders: [], diagnostics: all, sources };
  const targets = await resolveTargets(output, cwd);
  if ("severity" in targets) {
    return { files: [], folders: [], diagnostics: [...all, targets], sources };
  }
  const { events, publishers, subscribers } = targets.folders;
  const types = await planTypes(plan);
  const { command = "npm run generate" } = options;
  return {
    files: emitContract({ model, plan, types, targets, command, eventsOnly }),
    folders: eventsOnly ? [events] : [events, publishers, subscribers],
    diagnostics: all,
    sources,
  };
}
