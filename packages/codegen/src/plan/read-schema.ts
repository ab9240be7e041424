// A schema of the model as the plan wants it: its shape, and what it says to a reader.
import type { Diagnostic } from "../diagnostic.ts";
import { type Memory, recall } from "../memory/memory.ts";
import type { ContractModel, SchemaModel } from "../model/contract-model.ts";
import { buildShape } from "../shape/build-shape.ts";
import { readNotes } from "../shape/notes.ts";
import type { Notes, Shape } from "../shape/shape.ts";
import { refuse, type SchemaSource } from "../shape/shape-reader.ts";

export interface ReadSchemaResult {
  /** Of any value where the schema cannot be honoured, which is reported. */
  readonly shape: Shape;
  readonly notes: Notes;
}

/**
 * Reads a schema for one owner, whose shapes are no other's: a payload by its file, or else a component by its id.
 */
export type ReadSchema = (schema: SchemaModel, payloadOf?: string) => ReadSchemaResult;

/** What is read is made of the schema, and of those that are read in place of a reference to them. */
export function createReadSchema(
  model: ContractModel,
  diagnostics: Diagnostic[],
  memory: Memory | undefined,
): ReadSchema {
  const ask = (id: string): readonly unknown[] => [model.schemas.get(id)];
  return (schema, payloadOf) => {
    const isPayload = payloadOf !== undefined;
    const name = isPayload ? `payload of ${payloadOf}` : `component ${schema.id}`;
    const { found, ...read } = recall(memory?.made, name, { of: [schema], ask }, (asking) => {
      const schemas = { get: (id: string) => asking(id)[0] as SchemaModel | undefined };
      return readSchema(schema, isPayload, { locate: model.locate, schemas });
    });
    diagnostics.push(...found);
    return read;
  };
}

function readSchema(
  { id, origin, schema }: SchemaModel,
  isPayload: boolean,
  model: SchemaSource,
): ReadSchemaResult & { readonly found: readonly Diagnostic[] } {
  const found: Diagnostic[] = [];
  const site = { model, origin, pointer: "", diagnostics: found, inside: [id] };
  const shape = buildShape(schema, site) ?? { kind: "unknown" };
  if (isPayload && shape.kind === "never")
    refuse(site, "unsupported-schema", "no value matches this schema, so that nothing can be sent");
  return { shape, notes: readNotes(schema, model), found };
}
