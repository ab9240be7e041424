// Message Object → MessageModel.
import { childOf, type Part, referenceChain } from "../load/resolve-place.ts";
import { buildEnvelope } from "./build-envelope.ts";
import { buildSchema } from "./build-schema.ts";
import { checkExtensions } from "./check-extensions.ts";
import { checkReference } from "./check-reference.ts";
import { checkContentType, readContentType } from "./content-type.ts";
import type { ExampleModel, MessageModel } from "./contract-model.ts";
import { describe } from "./describe.ts";
import {
  type Layers,
  layeredChild,
  layeredChildren,
  layeredText,
  layersOf,
} from "./message-layers.ts";
import { follow, idOf, isObject, type ModelContext, originOf, report } from "./model-context.ts";
import { readDeprecation } from "./read-deprecation.ts";
import { readWords } from "./read-words.ts";
import { judgeSchemaFormat } from "./schema-format.ts";
import { sortKeys } from "./sort-keys.ts";

/**
 * Builds a message, its traits applied; `undefined` where it has no payload that can be read, which is reported.
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
  const layers = layersOf(context, part);
  const name = layeredText(layers, "name") ?? key;
  const description = describe((word) => layeredText(layers, word));
  const references = referenceChain(context.document.sources, written).slice(0, -1);
  const places = [...references, ...layers];
  for (const place of places) checkExtensions(context, place, ["x-deprecated"]);
  for (const place of references) checkReference(context, place);
  const deprecated = readDeprecation(context, places);
  const headers = context.isPusher ? layeredChildren(layers, "headers") : [];
  const envelope = buildEnvelope(context, { key, name, headers });
  if (context.isPusher) checkContentType(context, key, { part, layers });
  const contentType = readContentType(context, layers);
  const words = readWords((word) => layeredChild(layers, word)?.value);
  const payload = buildPayload(context, key, { part, layers });
  return (
    payload && {
      id: idOf(part),
      key,
      name,
      ...(description !== undefined && { description }),
      ...(deprecated && { deprecated }),
      ...(contentType !== undefined && { contentType }),
      payload,
      ...(envelope && { envelope }),
      ...(words && { words }),
      examples: readExamples(context, layeredChild(layers, "examples")),
      origin: originOf(context, part),
    }
  );
}

function buildPayload(
  context: ModelContext,
  key: string,
  { part, layers }: { readonly part: Part; readonly layers: Layers },
): MessageModel["payload"] | undefined {
  const format = layeredChild(layers, "schemaFormat");
  if (format !== undefined && !judgeSchemaFormat(context, format)) return undefined;
  if (format !== undefined && context.version === 3) {
    const message = `"schemaFormat": AsyncAPI 3 has it beside the schema; write "payload: { schemaFormat: …, schema: … }"`;
    report(context, format, { severity: "warning", code: "schema-format-misplaced", message });
  }
  const payload = childOf(part, "payload");
  if (payload !== undefined) return buildSchema(context, payload);
  if (!context.isPusher) {
    const any: Part = { ...part, pointer: `${part.pointer}/payload`, value: true };
    return buildSchema(context, any);
  }
  const message = `message "${key}": has no payload; describe it, if only as "payload: { type: object }"`;
  report(context, part, { code: "payload-missing", message });
  return undefined;
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
