// What every step of building the model shares: the documents, the findings, and the schemas reached so far.
import type { Deprecation } from "@lockstep/runtime";
import { type Diagnostic, diagnosticAt, type Severity } from "../diagnostic.ts";
import { appendPointer } from "../load/json-pointer.ts";
import type { LoadedDocument } from "../load/loaded-document.ts";
import type { Place } from "../load/reference.ts";
import { childOf, followPart, type Part, type Sources } from "../load/resolve-place.ts";
import type { Ask, Memory } from "../memory/memory.ts";
import type { Origin, SchemaModel } from "./contract-model.ts";
import type { MajorVersion } from "./read-version.ts";

/** What a finding needs. */
export interface ReportContext {
  readonly document: Pick<LoadedDocument, "file" | "locate"> & { readonly sources: Sources };
  readonly diagnostics: Diagnostic[];
}

/** What building a part finds beside it. */
export interface Found {
  readonly diagnostics: Diagnostic[];
  /** Where each `x-deprecated` of a channel or a message is written. */
  readonly deprecations: Map<Deprecation, Part>;
  /** Where each `x-deprecated` of a field is written. */
  readonly fieldDeprecations: Map<Part, Deprecation>;
  /** Where the schemas are that something refers to, by id. */
  readonly reached: Map<string, Place>;
}

export function nothingFound(): Found {
  return {
    diagnostics: [],
    deprecations: new Map(),
    fieldDeprecations: new Map(),
    reached: new Map(),
  };
}

/** What building a part asks of the rest of the document: what stands at a place, or where the schema behind a `$ref` is. */
export type Question =
  | { readonly part: Place }
  | { readonly from: string; readonly schemaBehind: string };

export interface Keeping {
  readonly memory: Memory;
  readonly ask: Ask<Question>;
}

export interface ModelContext extends ReportContext, Found {
  readonly version: MajorVersion;
  /** Whether the events travel over Pusher; over another transport there may be headers, and no address. */
  readonly isPusher: boolean;
  /** Keys of channels with a parameter that could not be built. */
  readonly incomplete: Set<string>;
  /** Schemas reached by `$ref`, by id. */
  readonly schemas: Map<string, SchemaModel>;
  /** Absent where nothing is kept for later runs. */
  readonly keeping?: Keeping | undefined;
  /** Knows what most references lead to; what it does not is looked for. */
  readonly findSchema?: ((reference: Part) => Part | undefined) | undefined;
}

/** A finding about one part of the document. */
export interface Finding {
  readonly severity?: Severity;
  readonly code: string;
  /** `subject: problem; way out`. */
  readonly message: string;
}

/** Adds a finding, an error unless it says otherwise. */
export function report(context: ReportContext, part: Part, finding: Finding): void {
  const { code, message, severity = "error" } = finding;
  context.diagnostics.push(diagnosticAt(originOf(context, part), { severity, code, message }));
}

export function originOf({ document }: ReportContext, { file, pointer }: Part): Origin {
  return document.locate(file, pointer);
}

/** `file#pointer`: the identity of a part. */
export function idOf({ file, pointer }: Part): string {
  return `${file}#${pointer}`;
}

/** The part behind every `$ref`; `undefined` where a reference fails, which loading has reported. */
export function follow({ document }: ModelContext, part: Part): Part | undefined {
  return followPart(document.sources, part);
}

/** The child under `key`, behind its `$ref` if it is one. */
export function childBehind(context: ModelContext, part: Part, key: string): Part | undefined {
  const child = childOf(part, key);
  return child && follow(context, child);
}

/** The children of a map, sorted by key, each as it is written. */
export function entriesOf(part: Part | undefined): (readonly [key: string, child: Part])[] {
  if (part === undefined || !isObject(part.value)) return [];
  const { file, pointer, value } = part;
  return Object.keys(value)
    .sort()
    .map((key) => [key, { file, pointer: appendPointer(pointer, key), value: value[key] }]);
}

/** The text under `key`; anything else counts as absent, since validation has reported it. */
export function textAt(part: Part, key: string): string | undefined {
  const value = childOf(part, key)?.value;
  return typeof value === "string" ? value : undefined;
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
