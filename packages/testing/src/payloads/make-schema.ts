// From any schema to what can be made for it: each choice by its type, and everything judged.
import type { JsonSchema, SchemaModel } from "@lockstep/codegen/contract";
import { payloadLimitBytes } from "@lockstep/runtime";
import fc from "fast-check";
import { type Alternative, alternativesOf } from "./alternatives.ts";
import { makeArray } from "./make-array.ts";
import { makeNumber } from "./make-number.ts";
import { makeObject } from "./make-object.ts";
import { makeString } from "./make-string.ts";
import {
  type Conjunction,
  distinct,
  type MakeContext,
  type Maker,
  type NearMiss,
} from "./maker.ts";
import { createReachable } from "./reachable-schemas.ts";

type Make = (schemas: Conjunction, context: MakeContext) => Maker | undefined;

const makers: Readonly<Record<string, Make>> = {
  string: makeString,
  integer: (schemas) => makeNumber(schemas, true),
  number: (schemas) => makeNumber(schemas, false),
  boolean: () => listed([true, false]),
  null: () => listed([null]),
  object: makeObject,
  array: makeArray,
};

/** Values and misses of one schema; of more, as many are taken, evenly. */
const makerLimit = 400;

/** Creates the function that makes what can be made for the schemas of one contract; each that is referred to, once. */
export function createMake(schemas: ReadonlyMap<string, SchemaModel>): MakeContext["make"] {
  const reachableFrom = createReachable(schemas);
  const made = new Map<string, Maker | undefined>();
  return (schema, context) => {
    const id = typeof schema === "object" ? schema.$ref : undefined;
    if (id === undefined || !schemas.has(id)) return makeSchema(schema, context);
    const reachable = reachableFrom(id);
    // where recursion ends depends on what was entered before
    const entered = [...context.entered].filter(([other]) => reachable.has(other)).sort();
    const key = JSON.stringify([id, entered]);
    if (!made.has(key)) made.set(key, makeSchema(schema, context));
    return made.get(key);
  };
}

/** Makes what it can; nothing where recursion ends, and where nothing could be made, which the context is told. */
function makeSchema(schema: JsonSchema, context: MakeContext): Maker | undefined {
  const alternatives = alternativesOf(schema, context);
  const made = alternatives.flatMap(({ schemas, entered }) => {
    const within = { ...context, entered };
    const values = allowedBy(schemas);
    if (values) return [listed(values)];
    if (schemas.length === 0) return [listed(anything)];
    return typesOf(schemas).flatMap((type) => makers[type]?.(schemas, within) ?? []);
  });
  const accepts = (value: unknown) => context.accepts(schema, value);
  // what is longer cannot be published, and what holds many of it could not even be written down
  const edges = distinct(
    made.flatMap((maker) => maker.edges),
    payloadLimitBytes,
  ).filter(accepts);
  if (edges.length === 0) {
    // a part that failed has told it already, and an end of recursion is none
    if (made.length > 0) context.onGap({ pointer: context.pointer, problem: describe(schema) });
    return undefined;
  }
  const misses = made.flatMap((maker) => [...maker.misses, ...foreignValues(maker.edges[0])]);
  const openArms = alternatives.filter(isOpenInWords);
  const isDeclared = (value: unknown) =>
    openArms.some((arm) => context.accepts({ allOf: arm.schemas }, value));
  const isMiss = ({ value, undeclared }: NearMiss) =>
    undeclared ? !isDeclared(value) : !accepts(value);
  return {
    edges: spread(edges),
    misses: spread(distinctMisses(misses).filter(isMiss)),
    random: fc.oneof(...made.map((maker) => maker.random)),
  };
}

const anything = ["any text", 7, true, null, [1], { any: "field" }];

function isOpenInWords({ schemas }: Alternative): boolean {
  return schemas.some(({ additionalProperties: rest }) => rest !== undefined && rest !== false);
}

function spread<Value>(values: readonly Value[]): readonly Value[] {
  const step = Math.max(1, values.length / makerLimit);
  return values.filter((_, at) => Math.floor(at / step) > Math.floor((at - 1) / step));
}

/** What `enum` and `const` leave; nothing where neither is there. */
function allowedBy(schemas: Conjunction): readonly unknown[] | undefined {
  const lists = schemas.flatMap((schema) => {
    if (Object.hasOwn(schema, "const")) return [[schema.const]];
    return Array.isArray(schema.enum) ? [schema.enum as unknown[]] : [];
  });
  return lists[0];
}

function typesOf(schemas: Conjunction): readonly string[] {
  const lists = schemas.flatMap(({ type }) => (type === undefined ? [] : [[type].flat()]));
  const [first = impliedTypes(schemas), ...rest] = lists as string[][];
  const wide = (list: readonly string[], type: string) =>
    list.includes(type) || (type === "integer" && list.includes("number"));
  return first
    .flatMap((type) =>
      type === "number" && rest.some((list) => !list.includes(type)) ? ["integer"] : [type],
    )
    .filter((type) => rest.every((list) => wide(list, type)));
}

const hints: readonly (readonly [type: string, keywords: RegExp])[] = [
  ["object", /^(?:properties|required|additionalProperties|patternProperties|.*Properties)$/],
  ["array", /^(?:items|contains|uniqueItems|.*Items)$/],
  ["string", /^(?:pattern|format|.*Length)$/],
  ["number", /^(?:multipleOf|minimum|maximum|exclusive.*)$/],
];

/** Without `type`, first the type that the keywords speak of; any other is valid too. */
function impliedTypes(schemas: Conjunction): string[] {
  const keywords = schemas.flatMap((schema) => Object.keys(schema));
  const spoken = hints.flatMap(([type, pattern]) =>
    keywords.some((keyword) => pattern.test(keyword)) ? [type] : [],
  );
  return [...new Set([...spoken, "string", "integer", "boolean", "null", "array", "object"])];
}

function listed(values: readonly unknown[]): Maker {
  const misses = values.flatMap((value) =>
    typeof value === "string"
      ? [{ value: `${value}X`, pointer: "", fault: "is none of the listed values" }]
      : [],
  );
  return { edges: values, misses: misses.slice(0, 1), random: fc.constantFrom(...values) };
}

/** Values of types that people mistake for one another. */
function foreignValues(usual: unknown): NearMiss[] {
  const values: unknown[] = [null];
  if (typeof usual === "number") values.push(String(usual));
  else if (typeof usual === "string") values.push(7, [usual]);
  else if (typeof usual === "boolean") values.push(String(usual), usual ? 1 : 0);
  else if (Array.isArray(usual)) values.push({}, "");
  else values.push([], "{}");
  return values.map((value) => ({ value, pointer: "", fault: `is ${nameType(value)}` }));
}

function nameType(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "an array";
  return typeof value === "object" ? "an object" : `a ${typeof value}`;
}

function distinctMisses(misses: readonly NearMiss[]): readonly NearMiss[] {
  return [...new Map(misses.map((miss) => [JSON.stringify(miss.value), miss])).values()];
}

function describe(schema: JsonSchema): string {
  const text = JSON.stringify(schema);
  const short = text.length > 160 ? `${text.slice(0, 160)}…` : text;
  return `no value could be made that is what ${short} says`;
}
