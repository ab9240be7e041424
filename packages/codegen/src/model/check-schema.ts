// Whether a schema is draft-07.
import type { AnySchemaObject, ValidateFunction } from "ajv";
import { createAjv } from "../json-schema/create-ajv.ts";
import { type DescribedError, describeErrors } from "../json-schema/describe-errors.ts";
import type { Part } from "../load/resolve-place.ts";
import type { JsonSchema } from "./contract-model.ts";
import { type ModelContext, report } from "./model-context.ts";
import { describeSchemaFault } from "./schema-fault.ts";

/** Reports where `schema`, which was made of `part`, is not a schema of draft-07. */
export function checkSchema(context: ModelContext, part: Part, schema: JsonSchema): void {
  validateMeta ??= compileMetaSchema();
  if (validateMeta(schema)) return;
  const errors = describeErrors(validateMeta.errors ?? []);
  // a list of types is faulty by its items, each of which is told
  const isTold = ({ pointer }: DescribedError): boolean =>
    pointer.endsWith("/type") && errors.some((other) => other.pointer.startsWith(`${pointer}/`));
  for (const error of errors.filter((one) => !isTold(one))) {
    const place = { ...part, pointer: part.pointer + error.pointer };
    const message = describeSchemaFault(schema, error);
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
