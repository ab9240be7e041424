// Parameter Object and our `x-schema` → ParameterModel.
import type { Parameter } from "@lockstep/runtime";
import { childOf, type Part } from "../load/resolve-place.ts";
import { checkExtensions } from "./check-extensions.ts";
import { checkReference } from "./check-reference.ts";
import type { ParameterModel } from "./contract-model.ts";
import { follow, isObject, type ModelContext, originOf, report, textAt } from "./model-context.ts";
import { readParameterSchema } from "./read-parameter-schema.ts";

/**
 * Builds a parameter. AsyncAPI 3 knows text and a list of values; what else a value must be, `x-schema` says. AsyncAPI 2
 * has a `schema` there, which is taken for the same.
 *
 * @see https://www.asyncapi.com/docs/reference/specification/v3.0.0#parameterObject
 * @see https://www.asyncapi.com/docs/reference/specification/v2.6.0#parameterObject
 */
export function buildParameter(
  context: ModelContext,
  name: string,
  written: Part,
): ParameterModel | undefined {
  const part = follow(context, written);
  if (part === undefined || !isObject(part.value)) return undefined;
  if (written !== part) {
    checkExtensions(context, written, []);
    checkReference(context, written);
  }
  checkExtensions(context, part, ["x-schema"]);
  const description = textAt(part, "description")?.trim();
  const defaultValue = textAt(part, "default");
  const examples = textsAt(part, "examples");
  return {
    name,
    ...(description && { description }),
    constraint: readConstraint(context, name, part),
    ...(defaultValue !== undefined && { default: defaultValue }),
    ...(examples && { examples }),
    origin: originOf(context, part),
  };
}

function readConstraint(context: ModelContext, name: string, part: Part): Parameter {
  const word = context.version === 2 && !childOf(part, "x-schema") ? "schema" : "x-schema";
  const schema = childOf(part, word);
  // over another transport nothing is made of it
  const isAsked = schema !== undefined && (context.isPusher || word === "x-schema");
  const constraint: Parameter = isAsked
    ? readParameterSchema(context, schema, { name, word })
    : { type: "string" };
  const values = textsAt(part, "enum");
  if (values === undefined) return constraint;
  if (constraint.type === "string" && constraint.enum === undefined) {
    return { ...constraint, enum: values };
  }
  const problem =
    constraint.type === "string"
      ? `"enum" stands here and in "x-schema"; keep one`
      : `"enum" lists texts, and "x-schema" asks for an integer; remove one`;
  const message = `parameter "${name}": ${problem}`;
  report(context, childOf(part, "enum") ?? part, { code: "parameter-schema-invalid", message });
  return constraint;
}

function textsAt(part: Part, key: string): readonly string[] | undefined {
  const value = childOf(part, key)?.value;
  if (!Array.isArray(value)) return undefined;
  return value.filter((item) => typeof item === "string");
}
