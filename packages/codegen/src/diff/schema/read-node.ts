// What a node says, however it is written: references followed, allOf taken together, choices multiplied out.

import type { ContractModel } from "../../model/contract-model.ts";
import { isAnnotation } from "../../shape/keywords.ts";
import { isSchemaObject } from "../../shape/shape-reader.ts";
import { type Branch, type JsonType, jsonTypes, type Opaque, type Reading } from "./branch.ts";
import { idOfLocated, type Located, type Node, partOf } from "./located.ts";
import { readFields } from "./read-fields.ts";
import { readItems } from "./read-items.ts";
import { readLimits } from "./read-limits.ts";
import { readLiterals } from "./read-literals.ts";
import { readOpaque } from "./read-opaque.ts";

/** Choices that are multiplied out; more are compared as a whole. */
const choicesAtMost = 400;

/** Reads a node; each reading is kept, since many nodes are asked for again. */
export function createReader(model: ContractModel): (node: Node) => Reading {
  const known = new Map<string, Reading>();
  return (node) => {
    const key = node.map(idOfLocated).join(" ");
    const reading = known.get(key) ?? readNode(node, model);
    known.set(key, reading);
    return reading;
  };
}

function readNode(node: Node, model: ContractModel): Reading {
  const { plain, choices } = flatten(node, model);
  const alternatives = multiply(plain, choices, model);
  const branches = alternatives.flatMap((one) => branchesOf(one, node, model));
  const exclusive = choices.find(({ keyword }) => keyword === "oneOf")?.by;
  return {
    branches,
    isAny: choices.length === 0 && plain.length === 0,
    isUnion: alternatives.filter((one) => !isNull(one.plain)).length > 1,
    ...(exclusive && { exclusive }),
  };
}

interface Choice {
  readonly keyword: "anyOf" | "oneOf";
  readonly by: Located;
  readonly members: readonly Located[];
}

interface Flat {
  /** Schemas without `$ref` and `allOf`, whose own keywords hold at once. */
  readonly plain: Node;
  readonly choices: readonly Choice[];
}

/** Schemas that hold at once, `$ref` and `allOf` resolved, each schema once. */
function flatten(node: Node, model: ContractModel): Flat {
  const plain: Located[] = [];
  const choices: Choice[] = [];
  const seen = new Set<string>();
  const pending = [...node].reverse();
  for (let one = pending.pop(); one !== undefined; one = pending.pop()) {
    const id = idOfLocated(one);
    if (seen.has(id)) continue;
    seen.add(id);
    const { schema } = one;
    if (typeof schema === "boolean") {
      if (!schema) plain.push(one);
      continue;
    }
    if (schema.$ref !== undefined) {
      const target = model.schemas.get(schema.$ref);
      if (target) pending.push({ schema: target.schema, origin: target.origin, pointer: "" });
      continue;
    }
    if (!Object.keys(schema).every(isWrapping)) plain.push(one);
    const located = one;
    for (const keyword of ["anyOf", "oneOf"] as const) {
      const members = membersOf(located, keyword);
      if (members) choices.push({ keyword, by: located, members });
    }
    pending.push(...(membersOf(located, "allOf") ?? []).reverse());
  }
  return { plain, choices };
}

function membersOf(located: Located, keyword: string): Located[] | undefined {
  const list = isSchemaObject(located.schema) ? located.schema[keyword] : undefined;
  if (!Array.isArray(list)) return undefined;
  return list.map((member, index) => partOf(located, member, keyword, String(index)));
}

interface Alternative {
  readonly plain: Node;
  /** Choices that are too many to be multiplied out. */
  readonly left: readonly Choice[];
}

function multiply(
  plain: Node,
  choices: readonly Choice[],
  model: ContractModel,
): readonly Alternative[] {
  let alternatives: readonly Flat[] = [{ plain, choices }];
  for (;;) {
    const next = alternatives.find((one) => one.choices.length > 0);
    const choice = next?.choices[0];
    const count = alternatives.length - 1 + (choice?.members.length ?? 0);
    if (next === undefined || choice === undefined || count > choicesAtMost) break;
    alternatives = alternatives.flatMap((one) => (one === next ? expand(one, choice, model) : one));
  }
  return alternatives.map((one) => ({ plain: one.plain, left: one.choices }));
}

function expand({ plain, choices }: Flat, choice: Choice, model: ContractModel): readonly Flat[] {
  const others = choices.filter((one) => one !== choice);
  const expanded = choice.members.map((member): Flat => {
    const own = flatten([member], model);
    const ids = new Set(plain.map(idOfLocated));
    // the member's own schemas first: they say where it is written
    return {
      plain: [...own.plain.filter((one) => !ids.has(idOfLocated(one))), ...plain],
      choices: [...own.choices.filter(({ by }) => !ids.has(idOfLocated(by))), ...others],
    };
  });
  // a member that is referred to twice is one
  const unique = new Map(expanded.map((one) => [keyOf(one), one]));
  return [...unique.values()];
}

function keyOf({ plain, choices }: Flat): string {
  return JSON.stringify([plain.map(idOfLocated), choices.map(({ by }) => idOfLocated(by))]);
}

function branchesOf(
  { plain, left }: Alternative,
  node: Node,
  model: ContractModel,
): readonly Branch[] {
  if (plain.some(({ schema }) => schema === false)) return [];
  const types = typesOf(plain);
  const literals = readLiterals(plain, model);
  const opaque = [...readOpaque(plain), ...left.map(opaqueChoice)];
  const by = plain[0] ?? node[0] ?? nowhere;
  const shared = {
    by,
    node: plain,
    limits: readLimits(plain),
    fields: readFields(plain),
    items: readItems(plain),
    opaque,
  };
  return [...types].flatMap((type): Branch[] => {
    const values = literals?.filter((value) => typeOf(value) === type);
    if (values?.length === 0) return [];
    // two booleans are all of them
    const isListed = values !== undefined && type !== "null" && !isEveryBoolean(values);
    return [{ type, ...shared, ...(isListed && { literals: values }) }];
  });
}

const nowhere: Located = {
  schema: true,
  origin: { file: "", pointer: "", line: 1, column: 1 },
  pointer: "",
};

function isEveryBoolean(values: readonly unknown[]): boolean {
  return values.includes(true) && values.includes(false);
}

/** The types that every schema allows. */
function typesOf(plain: Node): ReadonlySet<JsonType> {
  const sets = plain.flatMap(({ schema }) => {
    if (typeof schema === "boolean" || schema.type === undefined) return [];
    const names = [schema.type].flat().map((name) => (name === "integer" ? "number" : name));
    return [new Set(names)];
  });
  return new Set(jsonTypes.filter((type) => sets.every((set) => set.has(type))));
}

function typeOf(value: unknown): JsonType {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  return typeof value as JsonType;
}

/** Keywords by which a schema says nothing besides what its parts say. */
function isWrapping(keyword: string): boolean {
  return isAnnotation(keyword) || ["allOf", "anyOf", "oneOf"].includes(keyword);
}

function isNull(plain: Node): boolean {
  const types = typesOf(plain);
  return types.size === 1 && types.has("null");
}

function opaqueChoice({ keyword, by, members }: Choice): Opaque {
  const parts = new Map(members.map((member, index) => [String(index), [member]]));
  return { keyword, by, parts, data: undefined };
}
