// From a document to its generated files, in memory.
import { type Diagnostic, sortDiagnostics } from "./diagnostic.ts";
import { emitContract } from "./emit/emit-contract.ts";
import { loadContract } from "./load-contract.ts";
import {
  defaultOutput,
  type Only,
  type Output,
  type OutputTargets,
  resolveTargets,
} from "./output-targets.ts";
import { planContract } from "./plan/plan-contract.ts";
import { planTypes } from "./types/plan-types.ts";
import type { GeneratedFile } from "./write/generated-file.ts";

export interface GenerateOptions {
  /** The AsyncAPI document, from `cwd` or absolute. */
  readonly input: string;
  /** One folder for a self-contained result, or the `src` folders of three packages. @default packages/…/src */
  readonly output?: Output;
  /** `events`: types and schemas alone, without Pusher's rules. */
  readonly only?: Only;
  /** @default process.cwd() */
  readonly cwd?: string;
  /** Named in each file as the way to make it again. @default npm run generate */
  readonly command?: string;
}

export interface GenerateResult {
  /** Empty where a diagnostic is an error. Sorted by folder and path. */
  readonly files: readonly GeneratedFile[];
  readonly diagnostics: readonly Diagnostic[];
  /** Every document that was read, for a watcher. */
  readonly sources: readonly string[];
  readonly targets: OutputTargets;
}

/** Writes nothing. The same documents give the same bytes, on every machine. */
export async function generate(options: GenerateOptions): Promise<GenerateResult> {
  const {
    input,
    output = defaultOutput,
    only,
    cwd = process.cwd(),
    command = "npm run generate",
  } = options;
  const targets = await resolveTargets(output, cwd);
  const {
    model,
    diagnostics,
    files: sources,
  } = await loadContract(input, { cwd, lint: only !== "events" });
  if (model === undefined) return { files: [], diagnostics, sources, targets };
  const planned = planContract(model);
  const all = sortDiagnostics([...diagnostics, ...planned.diagnostics]);
  const failed = all.some(({ severity }) => severity === "error");
  if (planned.plan === undefined || failed)
    return { files: [], diagnostics: all, sources, targets };
  const { plan } = planned;
  const types = await planTypes(plan);
  const files = emitContract({
    model,
    plan,
    types,
    targets,
    command,
    eventsOnly: only === "events",
  });
  return { files, diagnostics: all, sources, targets };
}
