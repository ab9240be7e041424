// The JSON that an event with an envelope is on the wire, as JSON Schema.
import type { EnvelopeModel, JsonSchemaObject } from "../model/contract-model.ts";
import type { Definitions } from "./portable-schema.ts";

const text = { type: "string", minLength: 1 };

/**
 * CloudEvents 1.0 in structured mode, with the payload under `data`.
 *
 * @see https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/formats/json-format.md
 */
export function wireSchema(
  { type, extensions }: EnvelopeModel,
  { payload, definitions }: { readonly payload: string; readonly definitions: Definitions },
): JsonSchemaObject {
  const own = extensions ? definitions.include(extensions.schema) : {};
  const required = Array.isArray(own.required) ? own.required : [];
  return {
    type: "object",
    required: ["specversion", "id", "source", "type", "data", ...required],
    properties: {
      specversion: { const: "1.0" },
      id: text,
      source: { ...text, format: "uri-reference" },
      type: { const: type },
      time: { type: "string", format: "date-time" },
      datacontenttype: { type: "string" },
      sequence: { type: ["string", "integer"] },
      ...(own.properties as object | undefined),
      data: { $ref: payload },
    },
  };
}
