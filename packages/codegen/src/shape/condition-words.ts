// What the keywords that hold whole schemas ask for, in words.
import type { JsonSchemaObject } from "../model/contract-model.ts";
import { code, describeSchema, quote, sayLimits, type WordLimits } from "./schema-words.ts";
import { isSchemaObject } from "./shape-reader.ts";

/** A schema that takes too many words is only said to be there. */
export function describeConditions(schema: JsonSchemaObject, limits: WordLimits): string[] {
  const words = (part: unknown): string | undefined => describeSchema(part, limits);
  const { additionalProperties, contains, items, not, propertyNames } = schema;
  const isClosed = additionalProperties === false && isSchemaObject(schema.properties);
  return [
    ...(isSchemaObject(items) ? limits(items).map((limit) => `each ${limit}`) : []),
    ...(contains === undefined ? [] : [`with an item that is ${words(contains) ?? someForm}`]),
    ...describePatterns(schema.patternProperties, words),
    ...(isClosed ? ["no other fields"] : []),
    ...(propertyNames === undefined ? [] : [describeNames(propertyNames, limits)]),
    ...describeDependencies(schema.dependencies),
    ...(not === undefined ? [] : [describeNot(words(not))]),
  ];
}

const someForm = "of a certain form";

function describeNot(words: string | undefined): string {
  return words === undefined ? "some values excluded" : `not ${words}`;
}

function describePatterns(
  patterns: unknown,
  words: (schema: unknown) => string | undefined,
): readonly string[] {
  if (!isSchemaObject(patterns)) return [];
  return Object.entries(patterns).map(([pattern, schema]) => {
    const subject = `matching ${code(pattern)}`;
    if (schema === false) return `no field ${subject}`;
    return `fields ${subject} are ${words(schema) ?? someForm}`;
  });
}

function describeNames(schema: unknown, limits: WordLimits): string {
  const said = isSchemaObject(schema) ? sayLimits(schema, limits) : undefined;
  return `names of fields ${said || someForm}`;
}

/** Lists of fields; what asks for more is a sentence of its own. */
function describeDependencies(dependencies: unknown): readonly string[] {
  if (!isSchemaObject(dependencies)) return [];
  return Object.entries(dependencies).flatMap(([name, needed]) => {
    return !Array.isArray(needed) || needed.length === 0
      ? []
      : [`with ${quote(name)} also ${needed.map((other) => quote(String(other))).join(", ")}`];
  });
}
