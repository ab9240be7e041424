// From the documents as written to the contract as data.

import { type Diagnostic, hasError } from "../diagnostic.ts";
import type { LoadedDocument } from "../load/loaded-document.ts";
import type { Part } from "../load/resolve-place.ts";
import { forgetOthers, type Memory, share } from "../memory/memory.ts";
import { buildChannel } from "./build-channel.ts";
import { buildReached } from "./build-schema.ts";
import { checkOtherParts } from "./check-other-parts.ts";
import { checkReplacements } from "./check-replacements.ts";
import { checkUnusedSchemas } from "./check-unused-schemas.ts";
import type { ChannelModel, ContractModel, SchemaModel } from "./contract-model.ts";
import { deepFreeze } from "./deep-freeze.ts";
import { digestOf } from "./digest.ts";
import { findSunsets } from "./find-sunsets.ts";
import { createAsk } from "./keep-part.ts";
import { childBehind, type ModelContext, nothingFound, textAt } from "./model-context.ts";
import { namedEntriesOf } from "./named-entries.ts";
import { readOperations } from "./read-operations.ts";
import { readVersion } from "./read-version.ts";
import { buildChannelsV2 } from "./v2/build-channels.ts";

export interface BuildModelOptions {
  /**
   * Whether the events travel over Pusher. Where they do not, headers are left alone, a channel without an address has
   * its key for one, and a message without a payload takes any.
   *
   * @default true
   */
  readonly isPusher?: boolean;
  /** What earlier runs of the same contract left. */
  readonly memory?: Memory | undefined;
}

export interface BuildModelResult {
  /** Absent where a diagnostic is an error. */
  readonly model?: ContractModel;
  /** The channels that could be built where a diagnostic is an error, maybe without some of their messages. */
  readonly part?: ContractModel;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Builds the model of a loaded AsyncAPI document. It is deeply frozen and sorted by key, so documents that differ in
 * the order of their keys alone have equal models.
 *
 * @see https://www.asyncapi.com/docs/reference/specification/v3.0.0#A2SObject
 */
export function buildModel(
  document: LoadedDocument,
  { isPusher = true, memory }: BuildModelOptions = {},
): BuildModelResult {
  const root: Part = {
    file: document.file,
    pointer: "",
    value: document.sources.get(document.file)?.value,
  };
  const diagnostics: Diagnostic[] = [];
  const version = readVersion({ document, diagnostics }, root);
  if (version === undefined) return { diagnostics };
  const plain: ModelContext = {
    ...nothingFound(),
    document,
    diagnostics,
    isPusher,
    version,
    incomplete: new Set(),
    schemas: new Map(),
  };
  const context = { ...plain, ...(memory && { keeping: { memory, ask: createAsk(plain) } }) };
  const channels = buildChannels(context, root);
  buildReached(context);
  checkReplacements(context, channels);
  checkUnusedSchemas(context, root);
  checkOtherParts(context, root);
  const info = childBehind(context, root, "info");
  const model = deepFreeze<ContractModel>({
    title: (info && textAt(info, "title")) ?? "",
    version: (info && textAt(info, "version")) ?? "",
    file: document.file,
    files: [...document.files],
    channels: channels.map((channel) => share(memory?.model, `channel ${channel.key}`, channel)),
    schemas: sortedById(context.schemas),
    sunsets: findSunsets(context, channels),
    locate: (from, pointer) => document.locate(from.file, from.pointer + pointer),
    digest: () => digestOf(document),
  });
  if (memory !== undefined) forgetOthers(memory.model);
  if (!hasError(diagnostics)) return { model, diagnostics };
  const whole = channels.filter(({ key }) => !context.incomplete.has(key));
  return { part: { ...model, channels: whole }, diagnostics };
}

function buildChannels(context: ModelContext, root: Part): ChannelModel[] {
  if (context.version === 2) return buildChannelsV2(context, root);
  const operations = readOperations(context, root);
  return namedEntriesOf(context, childBehind(context, root, "channels")).flatMap(
    ([key, part]) => buildChannel(context, key, { written: part, operations }) ?? [],
  );
}

function sortedById(schemas: ReadonlyMap<string, SchemaModel>): ReadonlyMap<string, SchemaModel> {
  const ids = [...schemas.keys()].sort();
  return new Map(
    ids.flatMap((id) => {
      const schema = schemas.get(id);
      return schema ? [[id, schema] as const] : [];
    }),
  );
}
