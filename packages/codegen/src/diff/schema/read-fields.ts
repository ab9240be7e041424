// The fields of objects, of several schemas at once.
import { isSchemaObject } from "../../shape/shape-reader.ts";
import type { Field, Fields } from "./branch.ts";
import { type Located, type Node, partOf } from "./located.ts";

/** Reads the fields of all schemas as one set; each field must match whatever any of them says of it. */
export function readFields(plain: Node): Fields {
  const all = plain.map(readOwn);
  const names = new Set(
    all.flatMap(({ properties, required }) => [...properties.keys(), ...required.keys()]),
  );
  const properties = new Map(
    [...names].map((name): [string, Field] => {
      const node = all.flatMap((own) => nodeOf(own, name));
      const by = all.map((own) => own.properties.get(name) ?? own.required.get(name)).find(Boolean);
      const required = all.some((own) => own.required.has(name));
      return [name, { node, required, by: by as Located }];
    }),
  );
  const patterns = new Map<string, Node>();
  for (const own of all) {
    for (const [pattern, part] of own.patterns) {
      patterns.set(pattern, [...(patterns.get(pattern) ?? []), part]);
    }
  }
  const rests = all.flatMap(({ rest }) =>
    rest === undefined || rest.schema === false ? [] : rest,
  );
  const closed = all.find(({ rest }) => rest?.schema === false)?.rest;
  return { properties, patterns, rest: rests.length > 0 ? rests : undefined, closed };
}

interface Own {
  readonly properties: ReadonlyMap<string, Located>;
  readonly patterns: ReadonlyMap<string, Located>;
  readonly required: ReadonlyMap<string, Located>;
  readonly rest: Located | undefined;
}

function readOwn(by: Located): Own {
  const schema = isSchemaObject(by.schema) ? by.schema : {};
  const required = Array.isArray(schema.required) ? schema.required.map(String) : [];
  const { additionalProperties } = schema;
  return {
    properties: mapOf(by, "properties"),
    patterns: mapOf(by, "patternProperties"),
    required: new Map(
      required.map((name, index) => [name, partOf(by, true, "required", String(index))]),
    ),
    rest:
      additionalProperties === undefined
        ? undefined
        : partOf(by, additionalProperties, "additionalProperties"),
  };
}

function mapOf(by: Located, keyword: string): ReadonlyMap<string, Located> {
  const map = isSchemaObject(by.schema) ? by.schema[keyword] : undefined;
  if (!isSchemaObject(map)) return new Map();
  return new Map(Object.entries(map).map(([key, part]) => [key, partOf(by, part, keyword, key)]));
}

/** What one schema says of a field. Closedness is not asked for: a reader takes what it does not know. */
function nodeOf({ properties, patterns, rest }: Own, name: string): Node {
  const own = properties.get(name);
  const named = [...patterns].filter(([pattern]) => matches(pattern, name)).map(([, part]) => part);
  if (own !== undefined || named.length > 0) return own === undefined ? named : [own, ...named];
  return rest === undefined || rest.schema === false ? [] : [rest];
}

export function matches(pattern: string, name: string): boolean {
  return new RegExp(pattern, "u").test(name);
}
