// Schema Object → SchemaModel: JSON Schema draft-07 with every reference by id.
import { findPart, type Part } from "../load/resolve-place.ts";
import { checkSchema } from "./check-schema.ts";
import type { SchemaModel } from "./contract-model.ts";
import { findSchema, unwrapSchema } from "./find-schema.ts";
import { keepPart } from "./keep-part.ts";
import { idOf, type ModelContext, originOf } from "./model-context.ts";
import { normalizeSchema } from "./normalize-schema.ts";

/**
 * Builds the schema at `written`. Where the schemas are that it refers to is put into `context.reached`.
 *
 * @see https://www.asyncapi.com/docs/reference/specification/v3.0.0#schemaObject
 */
export function buildSchema(context: ModelContext, written: Part): SchemaModel | undefined {
  const part = unwrapSchema(context, written);
  return part && buildPart(context, part);
}

/** Builds each schema that was reached, and those that it reaches in turn, once: so recursion is no special case. */
export function buildReached(context: ModelContext): void {
  for (const [id, place] of context.reached) {
    const part = context.schemas.has(id) ? undefined : findPart(context.document.sources, place);
    if (part === undefined) continue;
    const schema = keepPart(context, `schema ${id}`, part, (own) => buildPart(own, part));
    context.schemas.set(id, schema);
  }
}

function buildPart(context: ModelContext, part: Part): SchemaModel {
  const schema = normalizeSchema(context, part, (reference) => {
    const target = context.findSchema?.(reference) ?? findSchema(context, reference);
    if (target === undefined) return undefined;
    const { file, pointer } = target;
    context.reached.set(idOf(target), { file, pointer });
    return idOf(target);
  });
  checkSchema(context, part, schema);
  return { id: idOf(part), schema, origin: originOf(context, part) };
}
