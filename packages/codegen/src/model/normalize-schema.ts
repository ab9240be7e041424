// A schema as written → the same schema as sorted plain data, references by id.

import { schemaShapes } from "../json-schema/schema-keywords.ts";
import { childOf, type Part, referenceOf } from "../load/resolve-place.ts";
import { quote } from "../quote.ts";
import { checkBounds } from "./check-bounds.ts";
import { checkExtensions } from "./check-extensions.ts";
import { checkKeyword } from "./check-keyword.ts";
import { checkRequired } from "./check-required.ts";
import type { JsonSchema, JsonSchemaObject } from "./contract-model.ts";
import { entriesOf, isObject, type ModelContext, report } from "./model-context.ts";
import { sortKeys } from "./sort-keys.ts";

/** Answers the id of what a `$ref` leads to. */
export type ResolveReference = (written: Part) => string | undefined;

/** What says nothing about values once every reference is an id. */
const droppedKeywords: ReadonlySet<string> = new Set([
  "$comment",
  "$id",
  "$schema",
  "definitions",
  // ajv would give it a meaning that draft-07 does not have
  "nullable",
]);

/** What a `$ref` may carry beside it; draft-07 ignores the rest. */
const annotations: ReadonlySet<string> = new Set([
  "$ref",
  "deprecated",
  "description",
  "title",
  "x-deprecated",
]);

/**
 * Copies a schema. A `$ref` keeps the words beside it (`description`, `title`, `deprecated`, `x-deprecated`); what else
 * stands there draft-07 ignores, so it is left out with a warning.
 */
export function normalizeSchema(
  context: ModelContext,
  part: Part,
  resolve: ResolveReference,
): JsonSchema {
  if (typeof part.value === "boolean") return part.value;
  if (!isObject(part.value)) {
    const message = /\/properties\/\$ref$/.test(part.pointer)
      ? `"$ref": names a field here; put the $ref into an "allOf" beside "properties"`
      : `schema: ${quote(part.value)} is not a schema; write a map, true or false`;
    report(context, part, { code: "schema-invalid", message });
    return true;
  }
  checkExtensions(context, part, ["x-deprecated"]);
  return referenceOf(part.value) === undefined
    ? copySchema(context, part, resolve)
    : copyReference(context, part, resolve);
}

function copyReference(context: ModelContext, part: Part, resolve: ResolveReference): JsonSchema {
  const id = resolve(part);
  if (id !== undefined && isMessage(id)) {
    const message = `"${referenceOf(part.value)}": leads to a message, and not to a schema; add "/payload" for what it carries`;
    const place = { ...part, pointer: `${part.pointer}/$ref` };
    report(context, place, { code: "schema-is-message", message });
  }
  const kept = entriesOf(part).flatMap(([key, child]) => {
    if (key === "$ref") return id === undefined ? [] : [[key, id]];
    checkKeyword(context, key, child);
    if (annotations.has(key)) return [[key, sortKeys(child.value)]];
    const isConstraint = !droppedKeywords.has(key) && !key.startsWith("x-");
    if (isConstraint && !otherAnnotations.has(key)) {
      const message = `"${key}": ignored beside a $ref; put the $ref and "${key}" into an allOf`;
      report(context, child, { severity: "warning", code: "ref-siblings-ignored", message });
    }
    return [];
  });
  return Object.fromEntries(kept);
}

/** Whether an id is that of a place where AsyncAPI has messages. */
function isMessage(id: string): boolean {
  return /#\/(?:components|(?:components\/)?channels\/[^/]+)\/messages\/[^/]+$/.test(id);
}

/** Ignored beside a `$ref` like the rest, but nobody's data is judged differently for it. */
const otherAnnotations: ReadonlySet<string> = new Set([
  "default",
  "example",
  "examples",
  "externalDocs",
]);

function copySchema(
  context: ModelContext,
  part: Part,
  resolve: ResolveReference,
): JsonSchemaObject {
  checkBounds(context, part);
  checkRequired(context, part);
  const copied = entriesOf(part)
    .map(([key, child]): [string, unknown] => {
      checkKeyword(context, key, child);
      return [key, copyKeyword(context, key, child, resolve)];
    })
    .filter(([key]) => !droppedKeywords.has(key));
  return Object.fromEntries(copied);
}

function copyKeyword(
  context: ModelContext,
  keyword: string,
  part: Part,
  resolve: ResolveReference,
): unknown {
  const copy = (child: Part): JsonSchema => normalizeSchema(context, child, resolve);
  const { value } = part;
  const shape = schemaShapes.get(keyword);
  if (shape === "schema" || (shape === "schema-or-list" && !Array.isArray(value)))
    return copy(part);
  if ((shape === "list" || shape === "schema-or-list") && Array.isArray(value)) {
    return value.flatMap((_, index) => {
      const child = childOf(part, String(index));
      return child ? [copy(child)] : [];
    });
  }
  if (shape === "map" && isObject(value)) {
    const entries = judgedEntries(context, part).map(([key, child]) => [
      key,
      // an array under "dependencies" lists property names
      Array.isArray(child.value) ? sortKeys(child.value) : copy(child),
    ]);
    return Object.fromEntries(entries);
  }
  return sortKeys(value);
}

/** All but names with half of a surrogate pair, on which ajv throws. */
function judgedEntries(context: ModelContext, part: Part): ReturnType<typeof entriesOf> {
  return entriesOf(part).filter(([key, child]) => {
    if (!/\p{Cs}/u.test(key)) return true;
    const message = `${JSON.stringify(key)}: holds half of a character (a lone surrogate), by which nothing can be judged; correct the name`;
    report(context, child, { code: "unsafe-name", message });
    return false;
  });
}
