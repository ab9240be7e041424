// Schema Object → SchemaModel: JSON Schema draft-07 with every reference by id.
import { childOf, type Part } from "../load/resolve-place.ts";
import { checkSchema } from "./check-schema.ts";
import type { SchemaModel } from "./contract-model.ts";
import { follow, idOf, isObject, type ModelContext, originOf } from "./model-context.ts";
import { normalizeSchema } from "./normalize-schema.ts";
import { judgeSchemaFormat } from "./schema-format.ts";

/**
 * Builds the schema at `written`. Each schema that it refers to, however far, is put into `context.schemas` once, so
 * recursion is no special case.
 *
 * @see https://www.asyncapi.com/docs/reference/specification/v3.0.0#schemaObject
 */
export function buildSchema(context: ModelContext, written: Part): SchemaModel | undefined {
  const part = unwrapSchema(context, written);
  if (part === undefined) return undefined;
  const pending: Part[] = [];
  const build = (schemaPart: Part): SchemaModel => {
    const schema = normalizeSchema(context, schemaPart, (reference) => {
      const end = follow(context, reference);
      const target = end && unwrapSchema(context, end);
      if (target !== undefined) pending.push(target);
      return target && idOf(target);
    });
    checkSchema(context, schemaPart, schema);
    return { id: idOf(schemaPart), schema, origin: originOf(context, schemaPart) };
  };
  const schema = build(part);
  for (let target = pending.pop(); target !== undefined; target = pending.pop()) {
    const id = idOf(target);
    if (!context.schemas.has(id)) context.schemas.set(id, build(target));
  }
  return schema;
}

/**
 * The JSON Schema inside a Multi Format Schema Object; any other schema as it stands.
 *
 * @see https://www.asyncapi.com/docs/reference/specification/v3.0.0#multiFormatSchemaObject
 */
function unwrapSchema(context: ModelContext, written: Part): Part | undefined {
  const part = follow(context, written);
  if (part === undefined) return undefined;
  // in AsyncAPI 2 the format stands in the message
  const isWrapped = context.version === 3 && isObject(part.value);
  const format = isWrapped ? childOf(part, "schemaFormat") : undefined;
  if (format === undefined) return written;
  return judgeSchemaFormat(context, format) ? childOf(part, "schema") : undefined;
}
