// Lists at their lengths, with each item's edges; and with one thing wrong.
import type { JsonSchema } from "@lockstep/codegen/contract";
import fc from "fast-check";
import {
  below,
  type Conjunction,
  isEndless,
  leastOf,
  liftMisses,
  type MakeContext,
  type Maker,
  mostOf,
  type NearMiss,
} from "./maker.ts";

/** The longest list that is made where only more would reach the bound. */
const longest = 100;

export function makeArray(schemas: Conjunction, context: MakeContext): Maker | undefined {
  const rules = readArrayRules(schemas);
  if (isEndless(rules.least, context)) return undefined;
  const places = rules.places.map((schema, at) => context.make(schema, below(context, at)));
  const rest = rules.rest === false ? undefined : context.make(rules.rest, below(context, "*"));
  const contained = rules.contains.flatMap((schema) => {
    const maker = context.make(schema, below(context, "*"));
    return maker ? [maker.edges[0]] : [];
  });
  const known = places.indexOf(undefined);
  const most = rest ? rules.most : Math.min(rules.most, known < 0 ? places.length : known);
  if (most < rules.least) return undefined;
  const makerAt = (at: number) => (at < places.length ? places[at] : rest);
  const build = (length: number): unknown[] =>
    Array.from({ length }, (_, at) =>
      rules.isUnique
        ? makerAt(at)?.edges[at % (makerAt(at)?.edges.length ?? 1)]
        : makerAt(at)?.edges[0],
    );
  const usual = [...contained, ...build(Math.max(rules.least, Math.min(most, places.length || 1)))];
  const lengths = [rules.least, rules.least + 1, Math.min(most, longest), 2, 1, 0];
  const fitting = lengths.filter((length) => length >= rules.least && length <= most);
  // behind those, each item is as the one before
  const differing = Math.max(places.length, contained.length) + 1;
  const varied = usual.slice(0, differing).flatMap((_, at) => {
    const maker = makerAt(at);
    return maker ? [{ at, maker }] : [];
  });
  return {
    edges: [
      usual,
      ...fitting.map((length) => [...contained, ...build(length)].slice(0, most)),
      ...varied.flatMap(({ at, maker }) => maker.edges.map((value) => usual.with(at, value))),
    ],
    misses: [
      ...varied.flatMap(({ at, maker }) => liftMisses(maker, at, (value) => usual.with(at, value))),
      ...lengthMisses(rules, usual, build),
    ],
    random: randomOf(places, rest, { least: rules.least, most: Math.min(most, 8 + rules.least) }),
  };
}

interface ArrayRules {
  /** What holds for the first items, each for its own. */
  readonly places: readonly JsonSchema[];
  /** What holds for the items after those. */
  readonly rest: JsonSchema;
  readonly contains: readonly JsonSchema[];
  readonly least: number;
  readonly most: number;
  readonly isUnique: boolean;
}

function readArrayRules(schemas: Conjunction): ArrayRules {
  const tuple = schemas.find(({ items }) => Array.isArray(items));
  const rests = schemas.flatMap(({ items, additionalItems }) => {
    const rest = Array.isArray(items) ? additionalItems : items;
    return rest === undefined ? [] : [rest as JsonSchema];
  });
  return {
    places: (tuple?.items ?? []) as JsonSchema[],
    rest: rests.length > 1 ? { allOf: rests } : (rests[0] ?? true),
    contains: schemas.flatMap(({ contains }) =>
      contains === undefined ? [] : [contains as JsonSchema],
    ),
    least: leastOf(schemas, "minItems", 0),
    most: mostOf(schemas, "maxItems"),
    isUnique: schemas.some(({ uniqueItems }) => uniqueItems === true),
  };
}

function lengthMisses(
  { least, most, isUnique, contains }: ArrayRules,
  usual: readonly unknown[],
  build: (length: number) => unknown[],
): NearMiss[] {
  const misses: NearMiss[] = [];
  const add = (value: unknown, fault: string) => misses.push({ value, pointer: "", fault });
  if (least > 0) add(usual.slice(0, least - 1), `has fewer items than ${least}`);
  if (most < longest) add(build(most + 1), `has more items than ${most}`);
  if (isUnique && usual.length > 0) add([...usual, usual[0]], "has an item twice");
  if (contains.length > 0) add([], "has none of the items that it must have");
  return misses;
}

function randomOf(
  places: readonly (Maker | undefined)[],
  rest: Maker | undefined,
  { least, most }: { readonly least: number; readonly most: number },
): fc.Arbitrary<unknown> {
  const first = fc.tuple(...places.flatMap((maker) => maker?.random ?? []));
  if (!rest || most <= places.length) return first;
  const bounds = {
    minLength: Math.max(0, least - places.length),
    maxLength: most - places.length,
  };
  const more = fc.array(rest.random, bounds);
  return fc.tuple(first, more).map(([head, tail]) => [...head, ...tail]);
}
