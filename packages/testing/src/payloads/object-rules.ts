// What plain schemas that hold together say of an object's fields.
import type { JsonSchema, JsonSchemaObject } from "@lockstep/codegen/contract";
import { type Conjunction, leastOf, mostOf } from "./maker.ts";

export interface ObjectRules {
  /** Fields that are named, each with what holds for it. */
  readonly fields: ReadonlyMap<string, JsonSchema>;
  readonly required: ReadonlySet<string>;
  /** Fields that must be there although nothing declares them: a publisher refuses every object that has them. */
  readonly unsendable: readonly string[];
  /** What holds for further fields; absent where there may be none, or nobody allows them in words. */
  readonly rest: JsonSchema | undefined;
  /** What holds for the name of a further field. */
  readonly restName: JsonSchema | undefined;
  readonly minFields: number;
  readonly maxFields: number;
}

export function readObjectRules(schemas: Conjunction): ObjectRules {
  const required = new Set(schemas.flatMap(({ required: names }) => (names ?? []) as string[]));
  const named = schemas.flatMap(({ properties }) => Object.keys((properties ?? {}) as object));
  const names = [...new Set([...named, ...required])];
  const isDeclared = (name: string) => schemas.some((schema) => rulesOf(schema, name).length > 0);
  return {
    unsendable: named.length > 0 ? [...required].filter((name) => !isDeclared(name)) : [],
    fields: new Map(
      names.map((name) => [name, together(schemas.flatMap((s) => rulesOf(s, name)))]),
    ),
    required,
    ...readRest(schemas),
    minFields: leastOf(schemas, "minProperties", 0),
    maxFields: mostOf(schemas, "maxProperties"),
  };
}

function rulesOf(schema: JsonSchemaObject, name: string): JsonSchema[] {
  const properties = mapOf(schema.properties);
  const own = Object.hasOwn(properties, name) ? [properties[name] as JsonSchema] : [];
  const matched = Object.entries(mapOf(schema.patternProperties))
    .filter(([pattern]) => new RegExp(pattern, "u").test(name))
    .map(([, rule]) => rule);
  const rules = [...own, ...matched];
  if (rules.length > 0 || schema.additionalProperties === undefined) return rules;
  return [schema.additionalProperties as JsonSchema];
}

function readRest(schemas: Conjunction): Pick<ObjectRules, "rest" | "restName"> {
  const names = schemas.flatMap(({ propertyNames }) => (propertyNames ?? []) as JsonSchema[]);
  const patterns = schemas.flatMap(({ patternProperties }) =>
    Object.entries(mapOf(patternProperties)),
  );
  const [first] = patterns;
  if (first) {
    const restName = together([{ type: "string", pattern: first[0] }, ...names]);
    return { rest: first[1], restName };
  }
  const rests = schemas.flatMap(({ additionalProperties }) =>
    additionalProperties === undefined ? [] : [additionalProperties as JsonSchema],
  );
  const isOpen = rests.length > 0 && !rests.includes(false);
  return {
    rest: isOpen ? together(rests) : undefined,
    restName: names.length > 0 ? together([{ type: "string" }, ...names]) : undefined,
  };
}

function together(rules: readonly JsonSchema[]): JsonSchema {
  const [first = true, ...others] = rules;
  return others.length > 0 ? { allOf: rules } : first;
}

function mapOf(value: unknown): Readonly<Record<string, JsonSchema>> {
  return (value ?? {}) as Readonly<Record<string, JsonSchema>>;
}
