// Keywords that are compared as a whole.
import { isAnnotation, isHonoured } from "../../shape/keywords.ts";
import { isSchemaObject } from "../../shape/shape-reader.ts";
import type { Opaque } from "./branch.ts";
import { type Located, type Node, partOf } from "./located.ts";

const single = ["contains", "not", "propertyNames"];
const choice = ["if", "then", "else"];

/** Lists the rules of all schemas that are not taken apart, those that nobody knows among them. */
export function readOpaque(plain: Node): readonly Opaque[] {
  return plain.flatMap((by) => (isSchemaObject(by.schema) ? readOwn(by, by.schema) : []));
}

function readOwn(by: Located, schema: Readonly<Record<string, unknown>>): readonly Opaque[] {
  const found: Opaque[] = single
    .filter((keyword) => keyword in schema)
    .map((keyword) => ({ keyword, by, parts: partsOf(by, [keyword]), data: undefined }));
  // "then" and "else" say nothing without an "if"
  if ("if" in schema) {
    found.push({ keyword: "if", by, parts: partsOf(by, choice), data: undefined });
  }
  for (const [name, needed] of Object.entries(schema.dependencies ?? {})) {
    found.push(readDependency(by, name, needed));
  }
  const unknown = Object.keys(schema).filter((key) => !isAnnotation(key) && !isHonoured(key));
  const others = unknown.map((keyword) => ({
    keyword,
    by,
    parts: new Map(),
    data: schema[keyword],
  }));
  return [...found, ...others];
}

function partsOf(by: Located, keywords: readonly string[]): ReadonlyMap<string, Node> {
  const schema = isSchemaObject(by.schema) ? by.schema : {};
  return new Map(
    keywords
      .filter((keyword) => keyword in schema)
      .map((keyword) => [keyword, [partOf(by, schema[keyword], keyword)]]),
  );
}

function readDependency(by: Located, name: string, needed: unknown): Opaque {
  const keyword = "dependencies";
  if (Array.isArray(needed)) {
    const names = [...new Set(needed.map(String))].sort();
    return { keyword, by, parts: new Map(), data: [name, names] };
  }
  const part = partOf(by, needed, keyword, name);
  return { keyword, by, parts: new Map([[name, [part]]]), data: undefined };
}
