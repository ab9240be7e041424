// From a document to its generated files, in memory.
import { type ChannelFilter, filterChannels } from "./channel-filter.ts";
import { type Diagnostic, hasError, sortDiagnostics } from "./diagnostic.ts";
import { emitContract } from "./emit/emit-contract.ts";
import { createFileMemory } from "./emit/file-memory.ts";
import { openContract } from "./load-contract.ts";
import { forgetOthers, type Memory } from "./memory/memory.ts";
import type { ContractModel, SunsetModel } from "./model/contract-model.ts";
import { defaultOutput, type Only, type Output } from "./output-folders.ts";
import { resolveTargets } from "./output-targets.ts";
import { startPhase } from "./phase.ts";
import { type PlanResult, planContract } from "./plan/plan-contract.ts";
import { planTypes } from "./types/plan-types.ts";
import type { Validator } from "./validate/create-validator.ts";
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
  /** Channels to generate for; the others are judged all the same. */
  readonly channels?: ChannelFilter | undefined;
  /** Files that stand for remote `$ref`s, by URL; from `cwd`. */
  readonly remote?: Readonly<Record<string, string>> | undefined;
  /**
   * What publishers and subscribers import the events from, where they are packages.
   *
   * @default the name in the `package.json` above the events folder
   */
  readonly eventsPackage?: string | undefined;
  /**
   * Whether the official parser judges the document too; without it a run is much shorter, and it may be asked afterwards.
   *
   * @default true
   */
  readonly validate?: boolean | undefined;
  /**
   * The official parser, where it was started before (`withValidator`); ended by this run.
   *
   * @default one that is started now
   */
  readonly validator?: Validator | undefined;
  /** What earlier runs with the same options left, so that this one does only what is to change; it leaves its own. */
  readonly memory?: Memory | undefined;
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
  /** Asks the official parser what it finds besides, after a run without it. Rejects once `signal` is aborted. */
  readonly judge: (signal?: AbortSignal) => Promise<readonly Diagnostic[]>;
  /** Every document that was asked for, for a watcher. */
  readonly sources: readonly string[];
  /** When parts of the contract end; what that means today is for the caller to judge. */
  readonly sunsets: readonly SunsetModel[];
}

/** Writes nothing. The same documents give the same bytes, on every machine. */
export async function generate(options: GenerateOptions): Promise<GenerateResult> {
  const { input, only, cwd = process.cwd(), memory, remote, validate, validator } = options;
  const lint = only !== "events";
  const contract = await openContract(input, { cwd, lint, memory, remote, validate, validator });
  const { model, faulty } = contract;
  // the official parser works meanwhile, and may yet say that all of it is for nothing
  const made = model
    ? await make(model, options)
    : { ...nothing, diagnostics: faulty ? planModel(faulty, options).diagnostics : [] };
  const found = sortDiagnostics([
    ...contract.diagnostics,
    ...(await contract.validity),
    ...made.diagnostics,
  ]);
  const isInvalid = hasError(found);
  const sunsets = model?.sunsets ?? [];
  return {
    ...(isInvalid ? nothing : made),
    diagnostics: model && !isInvalid ? sortDiagnostics([...found, ...findNothing(model)]) : found,
    judge: contract.validate,
    sources: contract.files,
    sunsets,
  };
}

/** A document of components alone, or one that is begun: no fault, and no event. */
function findNothing({ channels, file, locate }: ContractModel): readonly Diagnostic[] {
  if (channels.some(({ messages }) => messages.length > 0)) return [];
  const place = locate({ file, pointer: "", line: 1, column: 1 }, "");
  const message = `document: no channel has a message, so no event is generated; put messages into "channels"`;
  return [{ severity: "warning", code: "contract-empty", ...place, message }];
}

type Made = Pick<GenerateResult, "diagnostics" | "files" | "folders">;

const nothing: Made = { files: [], folders: [], diagnostics: [] };

function planModel(
  whole: ContractModel,
  { channels, memory, only }: GenerateOptions,
): PlanResult & { readonly model: ContractModel } {
  const { model, diagnostics: unmatched } = filterChannels(whole, channels);
  const endPlan = startPhase("plan");
  const { plan, diagnostics } = planContract(model, { eventsOnly: only === "events", memory });
  endPlan();
  return {
    ...(plan && unmatched.length === 0 && { plan }),
    model,
    diagnostics: [...unmatched, ...diagnostics],
  };
}

async function make(whole: ContractModel, options: GenerateOptions): Promise<Made> {
  const { output = defaultOutput, only, cwd = process.cwd(), eventsPackage } = options;
  const eventsOnly = only === "events";
  const { plan, model, diagnostics } = planModel(whole, options);
  if (plan === undefined) return { ...nothing, diagnostics };
  const targets = await resolveTargets(output, { cwd, eventsPackage });
  if ("severity" in targets) return { ...nothing, diagnostics: [...diagnostics, targets] };
  const { events, publishers, subscribers } = targets.folders;
  const { command = "npm run generate", memory } = options;
  const { file, title, version } = model;
  const shared = [file, title, version, command, targets.eventsModule("")];
  const known = createFileMemory(memory, plan, shared);
  const endTypes = startPhase("types");
  const types = planTypes(plan, (type) => !known.knowsType(type));
  endTypes();
  const endEmit = startPhase("emit");
  const files = emitContract({ model, plan, types, targets, command, eventsOnly, memory: known });
  if (memory !== undefined) forgetOthers(memory.made);
  endEmit();
  return {
    files,
    folders: eventsOnly ? [events] : [events, publishers, subscribers],
    diagnostics,
  };
}
