// Message Object → MessageModel.
import { childOf, type Part } from "../load/resolve-place.ts";
import { buildSchema } from "./build-schema.ts";
import type { ExampleModel, MessageModel } from "./contract-model.ts";
import { describe } from "./describe.ts";
import {
  follow,
  idOf,
  isObject,
  type ModelContext,
  originOf,
  report,
  textAt,
} from "./model-context.ts";
import { readDeprecation } from "./read-deprecation.ts";
import { sortKeys } from "./sort-keys.ts";

/**
 * Builds a message; `undefined` where it has no payload, which is reported.
 *
 * @see https://www.asyncapi.com/docs/reference/specification/v3.0.0#messageObject
 */
export function buildMessage(
  context: ModelContext,
  key: string,
  written: Part,
): MessageModel | undefined {
  const part = follow(context, written);
  if (part === undefined || !isObject(part.value)) return undefined;
  const payload = childOf(part, "payload");
  if (payload === undefined) {
    const message = `message "${key}": has no payload; describe it, if only as "payload: { type: object }"`;
    report(context, part, { code: "payload-missing", message });
    return undefined;
  }
  const schema = buildSchema(context, payload);
  if (schema === undefined) return undefined;
  const description = describe(part);
  const deprecated = readDeprecation(context, written);
  return {
    id: idOf(part),
    key,
    name: textAt(part, "name") ?? key,
    ...(description !== undefined && { description }),
    ...(deprecated && { deprecated }),
    payload: schema,
    examples: readExamples(context, childOf(part, "examples")),
    origin: originOf(context, part),
  };
}

function readExamples(context: ModelContext, part: Part | undefined): ExampleModel[] {
  if (part === undefined || !Array.isArray(part.value)) return [];
  return part.value.flatMap((_, index) => {
    const example = childOf(part, String(index));
    const payload = example && childOf(example, "payload");
    if (payload === undefined) return [];
    return [{ payload: sortKeys(payload.value), origin: originOf(context, payload) }];
  });
}
