// Objects with all fields, without the optional ones, with each field's edges; and with one thing wrong.
import fc from "fast-check";
import {
  below,
  type Conjunction,
  escapePointer,
  liftMisses,
  type MakeContext,
  type Maker,
  type NearMiss,
} from "./maker.ts";
import { type ObjectRules, readObjectRules } from "./object-rules.ts";

type Fields = Readonly<Record<string, unknown>>;

export function makeObject(schemas: Conjunction, context: MakeContext): Maker | undefined {
  const rules = readObjectRules(schemas);
  const parts = makeFields(rules, context);
  if (!parts) return undefined;
  const all = objectOf([...parts].map(([name, maker]) => [name, maker.edges[0]]));
  const least = objectOf(Object.entries(all).filter(([name]) => rules.required.has(name)));
  const extra = makeExtra(rules, context);
  const accepts = (value: unknown) => context.accepts({ allOf: schemas }, value);
  const shapes = shapesOf(all, least, rules).map((shape) => fill(shape, extra, rules.minFields));
  // conditions and dependencies may refuse the whole: then the first shape that they allow is varied
  const host = shapes.find(accepts) ?? all;
  const edges: Fields[] = [host, ...shapes];
  for (const [name, { edges: values }] of parts)
    edges.push(...values.map((value) => withField(host, name, value)));
  if (extra && Object.keys(host).length < rules.maxFields) {
    edges.push(...extra.maker.edges.map((value) => withField(host, freeName(extra, host), value)));
  }
  return {
    edges,
    misses: [
      ...[...parts].flatMap(([name, maker]) =>
        liftMisses(maker, name, (value) => withField(host, name, value)),
      ),
      ...missingFields(host, rules),
      ...extraFields(host, rules, extra),
    ],
    random: randomOf(parts, rules, extra),
  };
}

function makeFields(
  { fields, required, unsendable }: ObjectRules,
  context: MakeContext,
): ReadonlyMap<string, Maker> | undefined {
  for (const name of unsendable) {
    const problem =
      "is required and nowhere declared, so that no publisher may send it; declare it";
    context.onGap({ pointer: below(context, name).pointer, problem });
  }
  if (unsendable.length > 0) return undefined;
  const parts = new Map<string, Maker>();
  for (const [name, schema] of fields) {
    const maker = schema === false ? undefined : context.make(schema, below(context, name));
    if (maker) parts.set(name, maker);
    else if (required.has(name)) return undefined;
  }
  return parts;
}

/** A field beyond the named ones. */
interface Extra {
  readonly maker: Maker;
  readonly names: readonly string[];
  readonly nameMisses: readonly NearMiss[];
}

function makeExtra(
  { rest, restName, fields }: ObjectRules,
  context: MakeContext,
): Extra | undefined {
  if (rest === undefined) return undefined;
  const maker = context.make(rest, below(context, "*"));
  if (!maker) return undefined;
  const naming = restName === undefined ? undefined : context.make(restName, below(context, "*"));
  const made = naming?.edges.filter((name) => typeof name === "string");
  const names =
    restName === undefined ? ["another field", "x", "constructor", "ünï"] : (made ?? []);
  const free = names.filter((name) => !fields.has(name) && name !== "__proto__");
  return { maker, names: free, nameMisses: naming?.misses ?? [] };
}

/** Everything, only what must be, everything but one, and what must be with one more. */
function shapesOf(all: Fields, least: Fields, { required, maxFields }: ObjectRules): Fields[] {
  const optional = Object.keys(all).filter((name) => !required.has(name));
  return [
    all,
    least,
    ...optional.map((name) => without(all, name)),
    ...optional.map((name) => withField(least, name, all[name])),
  ].filter((shape) => Object.keys(shape).length <= maxFields);
}

function fill(shape: Fields, extra: Extra | undefined, minFields: number): Fields {
  let filled = shape;
  while (extra && Object.keys(filled).length < minFields) {
    const name = freeName(extra, filled);
    if (Object.hasOwn(filled, name)) break;
    filled = withField(filled, name, extra.maker.edges[0]);
  }
  return filled;
}

function freeName({ names }: Extra, host: Fields): string {
  return names.find((name) => !Object.hasOwn(host, name)) ?? names[0] ?? "another field";
}

function missingFields(host: Fields, { required }: ObjectRules): NearMiss[] {
  return [...required]
    .filter((name) => Object.hasOwn(host, name))
    .map((name) => ({
      value: without(host, name),
      pointer: `/${escapePointer(name)}`,
      fault: "is missing",
    }));
}

function extraFields(
  host: Fields,
  { rest, fields }: ObjectRules,
  extra: Extra | undefined,
): NearMiss[] {
  if (extra) {
    const name = freeName(extra, host);
    const wrongNames = extra.nameMisses.filter(({ value }) => typeof value === "string");
    return [
      ...liftMisses(extra.maker, name, (value) => withField(host, name, value)),
      ...wrongNames.map(({ value }) => ({
        value: withField(host, String(value), extra.maker.edges[0]),
        pointer: `/${escapePointer(String(value))}`,
        fault: "is no name that a field may have",
      })),
    ];
  }
  // without a named field it is any object, and nothing in it is undeclared
  if (rest !== undefined || fields.size === 0) return [];
  const name = ["internal_note", "notDeclared"].find((one) => !fields.has(one)) ?? "_undeclared";
  const fault = "is a field that the contract does not declare";
  return [{ value: withField(host, name, "x"), pointer: `/${name}`, fault, undeclared: true }];
}

function randomOf(
  parts: ReadonlyMap<string, Maker>,
  { required, minFields }: ObjectRules,
  extra: Extra | undefined,
): fc.Arbitrary<unknown> {
  const model = objectOf([...parts].map(([name, { random }]) => [name, random]));
  const requiredKeys = Object.keys(model).filter((name) => required.has(name));
  const named = fc.record(model as Record<string, fc.Arbitrary<unknown>>, {
    requiredKeys,
    noNullPrototype: true,
  });
  if (!extra || extra.names.length === 0) return named;
  const more = fc.dictionary(fc.constantFrom(...extra.names), extra.maker.random, {
    minKeys: Math.min(minFields, extra.names.length),
    maxKeys: extra.names.length,
    noNullPrototype: true,
  });
  return fc.tuple(more, named).map(([rest, own]) => ({ ...rest, ...own }));
}

function objectOf(entries: Iterable<readonly [string, unknown]>): Fields {
  return Object.fromEntries(entries);
}

function withField(fields: Fields, name: string, value: unknown): Fields {
  return { ...fields, [name]: value };
}

function without(fields: Fields, name: string): Fields {
  return objectOf(Object.entries(fields).filter(([key]) => key !== name));
}
