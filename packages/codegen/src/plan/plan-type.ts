// A type's plan, in two steps: its shape, which says what it refers to, and then the names of its parts.
import type { Diagnostic } from "../diagnostic.ts";
import type { ContractModel, SchemaModel } from "../model/contract-model.ts";
import { buildShape } from "../shape/build-shape.ts";
import { readNotes } from "../shape/notes.ts";
import { refuse } from "../shape/shape-reader.ts";
import { safeName } from "./names.ts";
import type { TypePlan } from "./plan.ts";
import { planParts } from "./plan-parts.ts";

export type TypeDraft = Omit<TypePlan, "parts">;

export interface TypeDraftInput {
  readonly typeName: string;
  readonly camel: string;
  readonly file: string;
  readonly role: string;
  readonly schema: SchemaModel;
}

/** A schema that cannot be honoured is reported; its draft is then of any shape. */
export function draftType(
  input: TypeDraftInput,
  model: ContractModel,
  diagnostics: Diagnostic[],
): TypeDraft {
  const { typeName, camel, file, role, schema } = input;
  const site = { model, origin: schema.origin, pointer: "", diagnostics, inside: [schema.id] };
  const shape = buildShape(schema.schema, site) ?? { kind: "unknown" };
  if (shape.kind === "never")
    refuse(site, "unsupported-schema", "no value matches this schema, so that nothing can be sent");
  return {
    typeName,
    schemaName: `${camel}Schema`,
    constName: safeName(camel),
    file,
    role,
    shape,
    notes: readNotes(schema.schema, model),
    origin: schema.origin,
  };
}

/** Takes the names of the type's parts. */
export function completeType(draft: TypeDraft, taken: Set<string>): TypePlan {
  return { ...draft, parts: planParts(draft.typeName, draft.shape, taken) };
}
