// What a JSON Schema means here: draft-07 as this ajv reads it. Every judgement of the project agrees with it.
import { isMultipleOf } from "@lockstep/runtime";
import { Ajv } from "ajv";
import addFormats from "ajv-formats";

/**
 * Creates an ajv that knows the formats of ajv-formats, counts characters rather than code units, reads patterns in
 * Unicode mode, takes decimals as decimals, and reads only the fields that a value has of its own. It collects every
 * error, and unknown keywords mean nothing.
 */
export function createAjv(): Ajv {
  const ajv = new Ajv({
    allErrors: true,
    logger: false,
    ownProperties: true,
    strict: false,
    unicodeRegExp: true,
  });
  addFormats.default(ajv);
  ajv.removeKeyword("multipleOf");
  ajv.addKeyword({
    keyword: "multipleOf",
    type: "number",
    schemaType: "number",
    compile: (divisor: number) => (value: number) => isMultipleOf(value, divisor),
    error: { message: ({ schemaCode }) => `must be multiple of ${schemaCode}` },
  });
  return ajv;
}
