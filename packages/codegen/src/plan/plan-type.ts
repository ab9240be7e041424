// A type's plan, in two steps: its shape, which says what it refers to, and then the names of its parts.
import type { SchemaModel } from "../model/contract-model.ts";
import { safeName } from "./names.ts";
import type { TypePlan } from "./plan.ts";
import { planParts } from "./plan-parts.ts";
import type { ReadSchema } from "./read-schema.ts";

export type TypeDraft = Omit<TypePlan, "parts">;

export interface TypeDraftInput {
  readonly typeName: string;
  readonly camel: string;
  readonly file: string;
  readonly role: string;
  readonly schema: SchemaModel;
}

/** A schema that cannot be honoured is reported; its draft is then of any shape. */
export function draftType(input: TypeDraftInput, readSchema: ReadSchema): TypeDraft {
  const { typeName, camel, file, role, schema } = input;
  return {
    typeName,
    schemaName: `${camel}Schema`,
    constName: safeName(camel),
    file,
    role,
    ...readSchema(schema, file),
    origin: schema.origin,
  };
}

/** Takes the names of the type's parts. */
export function completeType(draft: TypeDraft, taken: Set<string>): TypePlan {
  return { ...draft, parts: planParts(draft.typeName, draft.shape, taken) };
}
