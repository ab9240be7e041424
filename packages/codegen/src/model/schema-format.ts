// `schemaFormat`: which language a schema is written in.
import { isJsonSchemaFormat } from "../json-schema/schema-format.ts";
import type { Part } from "../load/resolve-place.ts";
import { quote } from "../quote.ts";
import { type ModelContext, report } from "./model-context.ts";

/** Languages that people know by another name than their media type. */
const languages: readonly (readonly [pattern: RegExp, name: string])[] = [
  [/avro/, "Avro"],
  [/protobuf/, "Protocol Buffers"],
  [/raml/, "RAML"],
  [/openapi|\.oai\./, "OpenAPI"],
  [/xsd|xml/, "XML Schema"],
];

/**
 * Whether the schema is JSON Schema as it is read here; any other format is reported by name.
 *
 * @see https://www.asyncapi.com/docs/reference/specification/v3.0.0#multiFormatSchemaObject
 */
export function judgeSchemaFormat(context: ModelContext, format: Part): boolean {
  if (isJsonSchemaFormat(format.value)) return true;
  const text = String(format.value).toLowerCase();
  const language = languages.find(([pattern]) => pattern.test(text))?.[1];
  const problem = language ? `schemas of ${language}` : "schemas of this format";
  const message = `${quote(format.value)}: ${problem} cannot be read; write JSON Schema draft-07, "application/schema+json;version=draft-07"`;
  report(context, format, { code: "schema-format-unsupported", message });
  return false;
}
