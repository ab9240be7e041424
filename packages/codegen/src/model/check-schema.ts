// Whether a schema is draft-07.
import type { AnySchemaObject, ValidateFunction } from "ajv";
import { createAjv } from "../json-schema/create-ajv.ts";
import { describeErrors } from "../json-schema/describe-errors.ts";
import type { Part } from "../load/resolve-place.ts";
import type { JsonSchema } from "./contract-model.ts";
import { type ModelContext, report } from "./model-context.ts";

/** Reports where `schema`, which was made of `part`, is not a schema of draft-07. */
export function checkSchema(context: ModelContext, part: Part, schema: JsonSchema): void {
  validateMeta ??= compileMetaSchema();
  if (validateMeta(schema)) return;
  for (const { pointer, problem } of describeErrors(validateMeta.errors ?? [])) {
    const place = { ...part, pointer: part.pointer + pointer };
    const subject = pointer === "" ? "schema" : `"${pointer.slice(pointer.lastIndexOf("/") + 1)}"`;
    const message = `${subject}: ${problem}; write JSON Schema draft-07`;
    report(context, place, { code: "schema-invalid", message });
  }
}

let validateMeta: ValidateFunction | undefined;

function compileMetaSchema(): ValidateFunction {
  const ajv = createAjv();
  const meta = ajv.getSchema("http://json-schema.org/draft-07/schema")?.schema as AnySchemaObject;
  // a "$ref" is an id of the model here, and a pattern is judged in Unicode mode elsewhere
  const { $ref: _ref, pattern: _pattern, ...properties } = meta.properties;
  const patternProperties = { type: "object", additionalProperties: { $ref: "#" } };
  return ajv.compile({
    ...meta,
    $id: "lockstep:/draft-07",
    properties: { ...properties, pattern: { type: "string" }, patternProperties },
  });
}
