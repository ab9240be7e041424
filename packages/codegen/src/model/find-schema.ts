// What a schema's `$ref` leads to.
import { childOf, type Part } from "../load/resolve-place.ts";
import { follow, isObject, type ModelContext } from "./model-context.ts";
import { judgeSchemaFormat } from "./schema-format.ts";

/** The schema behind a `$ref`; `undefined` where there is none that can be read, which is reported. */
export function findSchema(context: ModelContext, reference: Part): Part | undefined {
  const end = follow(context, reference);
  return end && unwrapSchema(context, end);
}

/**
 * The JSON Schema inside a Multi Format Schema Object; any other schema as it stands.
 *
 * @see https://www.asyncapi.com/docs/reference/specification/v3.0.0#multiFormatSchemaObject
 */
export function unwrapSchema(context: ModelContext, written: Part): Part | undefined {
  const part = follow(context, written);
  if (part === undefined) return undefined;
  // in AsyncAPI 2 the format stands in the message
  const isWrapped = context.version === 3 && isObject(part.value);
  const format = isWrapped ? childOf(part, "schemaFormat") : undefined;
  if (format === undefined) return written;
  return judgeSchemaFormat(context, format) ? childOf(part, "schema") : undefined;
}
