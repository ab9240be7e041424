// Schema Object → SchemaModel: JSON Schema draft-07 with every reference by id.
import { childOf, type Part } from "../load/resolve-place.ts";
import { quote } from "../quote.ts";
import { checkSchema } from "./check-schema.ts";
import type { SchemaModel } from "./contract-model.ts";
import { follow, idOf, isObject, type ModelContext, originOf, report } from "./model-context.ts";
import { normalizeSchema } from "./normalize-schema.ts";

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
  const format = isObject(part.value) ? childOf(part, "schemaFormat") : undefined;
  if (format === undefined) return written;
  if (typeof format.value !== "string" || !isKnownFormat(format.value)) {
    const message = `${quote(format.value)}: schemas of this format cannot be read; write JSON Schema draft-07, "application/schema+json;version=draft-07"`;
    report(context, format, { code: "schema-format-unsupported", message });
    return undefined;
  }
  return childOf(part, "schema");
}

function isKnownFormat(format: string): boolean {
  const text = format.toLowerCase().replaceAll(/\s+/g, "");
  return (
    /^application\/vnd\.aai\.asyncapi(?:\+json|\+yaml)?;version=[23]\.\d+\.\d+$/.test(text) ||
    /^application\/schema\+(?:json|yaml);version=draft-07$/.test(text)
  );
}
