// From the documents as written to the contract as data.

import type { Diagnostic } from "../diagnostic.ts";
import type { LoadedDocument } from "../load/loaded-document.ts";
import { childOf, type Part } from "../load/resolve-place.ts";
import { quote } from "../quote.ts";
import { buildChannel } from "./build-channel.ts";
import { checkUnusedSchemas } from "./check-unused-schemas.ts";
import type { ContractModel, SchemaModel } from "./contract-model.ts";
import { deepFreeze } from "./deep-freeze.ts";
import { childBehind, isObject, type ModelContext, report, textAt } from "./model-context.ts";
import { namedEntriesOf } from "./named-entries.ts";

export interface BuildModelOptions {
  /**
   * Whether the events travel over Pusher. Where they do not, headers are left alone, a channel without an address has
   * its key for one, and a message without a payload takes any.
   *
   * @default true
   */
  readonly isPusher?: boolean;
}

export interface BuildModelResult {
  /** Absent where a diagnostic is an error. */
  readonly model?: ContractModel;
  readonly diagnostics: readonly Diagnostic[];
}

const supportedVersion = /^3\.[01]\.0$/;

/**
 * Builds the model of a loaded AsyncAPI 3 document. It is deeply frozen and sorted by key, so documents that differ in
 * the order of their keys alone have equal models.
 *
 * @see https://www.asyncapi.com/docs/reference/specification/v3.0.0#A2SObject
 */
export function buildModel(
  document: LoadedDocument,
  { isPusher = true }: BuildModelOptions = {},
): BuildModelResult {
  const context: ModelContext = { document, diagnostics: [], isPusher, schemas: new Map() };
  const root: Part = {
    file: document.file,
    pointer: "",
    value: document.sources.get(document.file)?.value,
  };
  if (!isSupported(context, root)) return { diagnostics: context.diagnostics };
  const channels = namedEntriesOf(context, childBehind(context, root, "channels")).flatMap(
    ([key, part]) => buildChannel(context, key, part) ?? [],
  );
  checkUnusedSchemas(context, root);
  if (context.diagnostics.some(({ severity }) => severity === "error")) {
    return { diagnostics: context.diagnostics };
  }
  const info = childBehind(context, root, "info");
  const model = deepFreeze<ContractModel>({
    title: (info && textAt(info, "title")) ?? "",
    version: (info && textAt(info, "version")) ?? "",
    file: document.file,
    files: [...document.files],
    channels,
    schemas: sortedById(context.schemas),
    locate: (from, pointer) => document.locate(from.file, from.pointer + pointer),
  });
  return { model, diagnostics: context.diagnostics };
}

function isSupported(context: ModelContext, root: Part): boolean {
  const way = "write the document in AsyncAPI 3.0.0 or 3.1.0";
  if (!isObject(root.value)) {
    const message = `document: not an AsyncAPI document; ${way}`;
    report(context, root, { code: "not-asyncapi", message });
    return false;
  }
  const version = childOf(root, "asyncapi");
  if (typeof version?.value === "string" && supportedVersion.test(version.value)) return true;
  if (version === undefined) {
    const message = `document: "asyncapi" does not say which version it is written in; ${way}`;
    report(context, root, { code: "not-asyncapi", message });
  } else {
    const message = `${quote(version.value)}: this version of AsyncAPI cannot be read; ${way}`;
    report(context, version, { code: "version-unsupported", message });
  }
  return false;
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
