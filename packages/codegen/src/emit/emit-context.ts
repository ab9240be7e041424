// What every emitter knows.
import type { Origin } from "../model/contract-model.ts";
import type { ChannelPlan, ContractPlan, TypePlan } from "../plan/plan.ts";
import { type ImportedSymbol, typeSymbol, valueSymbol } from "../printer/doc.ts";
import { describeDeprecation } from "../shape/notes.ts";
import type { Shape } from "../shape/shape.ts";
import type { ContractTypes } from "../types/plan-types.ts";
import { relativeModule } from "./modules.ts";

export interface EmitContext {
  readonly plan: ContractPlan;
  readonly types: ContractTypes;
  /** The two lines at the top of each file. */
  readonly header: readonly string[];
  /** What publishers and subscribers import the events from, seen from a file of theirs. */
  readonly eventsModule: (from: string) => string;
}

/** What the file of a type may ask of the components. */
export interface Components {
  /** By its id, or by the name of its type. */
  readonly named: (idOrName: string) => TypeNames | undefined;
  readonly shapeOf: (id: string) => Shape | undefined;
}

export function componentsOf({ components, componentsByName }: ContractPlan): Components {
  return {
    named: (key) => components.get(key) ?? componentsByName.get(key),
    shapeOf: (id) => components.get(id)?.shape,
  };
}

/** By what one file names the type of another. */
export type TypeNames = Pick<TypePlan, "file" | "schemaName" | "typeName">;

/** A file before it has a folder. */
export interface EmittedFile {
  /** Under its output folder, with `/` and suffix. */
  readonly path: string;
  readonly text: string;
}

/** `@generated` of a place in the contract. */
export function generatedTag({ file, pointer }: Origin): readonly [string, string] {
  return ["@generated", `from ${file}#${pointer}`];
}

/** A type of the events package, seen from another package or folder. */
export function eventType(context: EmitContext, from: string, name: string): ImportedSymbol {
  return typeSymbol(name, context.eventsModule(from));
}

/** A value of the events package, seen from another package or folder. */
export function eventValue(context: EmitContext, from: string, name: string): ImportedSymbol {
  return valueSymbol(name, context.eventsModule(from));
}

/** A type in its own file of the events package, seen from another file of that package. */
export function planType(from: string, plan: TypeNames): ImportedSymbol {
  return typeSymbol(plan.typeName, relativeModule(from, plan.file));
}

/** A type's schema in its own file of the events package, seen from another file of that package. */
export function planSchema(from: string, plan: TypeNames): ImportedSymbol {
  return valueSymbol(plan.schemaName, relativeModule(from, plan.file));
}

/** Text and tags of a channel, for the doc comments of what is made for it. */
export function channelTags(plan: ChannelPlan): readonly (readonly [string, string])[] {
  const { deprecated, origin } = plan.model;
  const tags = [generatedTag(origin)];
  return deprecated === undefined
    ? tags
    : [["@deprecated", describeDeprecation({ ...deprecated })], ...tags];
}
