// What a node says to readers, however it is written.

import type { ContractModel, JsonSchemaObject } from "../../model/contract-model.ts";
import { isAnnotation } from "../../shape/keywords.ts";
import { isSchemaObject } from "../../shape/shape-reader.ts";
import type { Located, Node } from "./located.ts";
import { isJudgedFormat } from "./read-limits.ts";

/** What is not read as words here, or is no word at all. */
const others: ReadonlySet<string> = new Set([
  "$comment",
  "$id",
  "$schema",
  "default",
  "definitions",
  "deprecated",
  "x-deprecated",
]);

/** Each keyword with its value, the nearest where several schemas have it. */
export function wordsOf(node: Node, model: ContractModel): ReadonlyMap<string, unknown> {
  const words = new Map<string, unknown>();
  for (const schema of schemasOf(node, model)) {
    for (const [keyword, value] of Object.entries(schema)) {
      const isNote = keyword === "format" && !isJudgedFormat(String(value));
      const isWord = isNote || (isAnnotation(keyword) && !others.has(keyword));
      if (isWord && !words.has(keyword)) words.set(keyword, value);
    }
  }
  return words;
}

/** What `default` says, where it says something. */
export function defaultOf(
  node: Node,
  model: ContractModel,
): { readonly value: unknown } | undefined {
  const holder = schemasOf(node, model).find((schema) => "default" in schema);
  return holder && { value: holder.default };
}

/** `x-deprecated`, or nothing known but that it is; `undefined` where it is not deprecated. */
export function deprecationOf(
  node: Node,
  model: ContractModel,
): { readonly sunset?: unknown; readonly [key: string]: unknown } | undefined {
  for (const schema of schemasOf(node, model)) {
    const extension = schema["x-deprecated"];
    if (isSchemaObject(extension)) return extension;
    if (schema.deprecated === true) return {};
  }
  return undefined;
}

/** The schemas of a node and those behind their references and in their allOf, the nearest first. */
function schemasOf(node: Node, model: ContractModel): readonly JsonSchemaObject[] {
  const found: JsonSchemaObject[] = [];
  const seen = new Set<string>();
  const visit = (schema: Located["schema"]): void => {
    if (!isSchemaObject(schema)) return;
    found.push(schema);
    if (schema.$ref !== undefined) {
      if (seen.has(schema.$ref)) return;
      seen.add(schema.$ref);
      visit(model.schemas.get(schema.$ref)?.schema ?? true);
    } else if (Array.isArray(schema.allOf)) for (const part of schema.allOf) visit(part);
  };
  for (const { schema } of node) visit(schema);
  return found;
}
