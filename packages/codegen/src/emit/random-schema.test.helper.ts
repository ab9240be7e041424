// Schemas of every keyword, and values that are near to them, for judging them twice.
import fc from "fast-check";
import type { JsonSchema, JsonSchemaObject } from "../model/contract-model.ts";

export interface Case {
  readonly schema: JsonSchema;
  /** What `$ref: "d0"` and `$ref: "d1"` refer to. */
  readonly definitions: Readonly<Record<string, JsonSchema>>;
  readonly values: readonly unknown[];
}

const names = ["a", "b", "c-d", "1", "constructor", "toString"];
const declaredName = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom("a", "b") },
  { weight: 2, arbitrary: fc.constantFrom(...names) },
);
const anyName = fc.oneof(
  { weight: 10, arbitrary: declaredName },
  { weight: 1, arbitrary: fc.constant("__proto__") },
);

const text = fc.constantFrom(
  "",
  "a",
  "ab",
  "abc",
  "😀",
  "\ud83d",
  "é",
  "2026-01-01",
  "constructor",
);
const scalar = fc.oneof(
  text,
  fc.constantFrom<unknown[]>(0, -0, 1, 2, 1.5, 0.3, -1, 7, 1e300, 2 ** 53 + 2, 5e-324),
  fc.constantFrom<unknown[]>(true, false, null),
);

const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3, depthSize: "small" },
    { weight: 3, arbitrary: scalar },
    { weight: 2, arbitrary: map(anyName, tie("value"), 3) },
    { weight: 1, arbitrary: fc.array(tie("value"), { maxLength: 3 }) },
  ),
}));

/** An object with `__proto__` as a field like any other. */
function map<T>(
  name: fc.Arbitrary<string>,
  part: fc.Arbitrary<T>,
  maxLength: number,
): fc.Arbitrary<Record<string, T>> {
  return fc
    .uniqueArray(fc.tuple(name, part), { maxLength, selector: ([key]) => key })
    .map((entries) => Object.fromEntries(entries));
}

const count = fc.integer({ min: 0, max: 3 });
const bound = fc.constantFrom(-1, 0, 1, 2, 0.5, 1e300);
const pattern = fc.constantFrom("^a", "b$", "^\\p{L}+$", "o", "^.$");
const types = ["string", "number", "integer", "boolean", "null", "object", "array"];

const plainValue = value.filter(
  (one) => !/__proto__|constructor|toString/.test(JSON.stringify(one)),
);

/** Each keyword is there with the given chance, in percent. */
function optional<T>(chance: number, arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> {
  return fc.oneof(
    { weight: 100 - chance, arbitrary: fc.constant(undefined) },
    { weight: chance, arbitrary },
  );
}

const scalarKeywords = {
  minLength: count,
  maxLength: count,
  pattern,
  format: fc.constantFrom(
    "date",
    "email",
    "int32",
    "uuid",
    "password",
    "date-time",
    "url",
    "regex",
    "iri",
  ),
  minimum: bound,
  maximum: bound,
  exclusiveMinimum: bound,
  exclusiveMaximum: bound,
  multipleOf: fc.constantFrom(1, 2, 0.1, 1e-7, 3),
  minItems: count,
  maxItems: count,
  uniqueItems: fc.boolean(),
  minProperties: count,
  maxProperties: count,
};

const { schema } = fc.letrec<{ schema: JsonSchema }>((tie) => {
  const one = tie("schema");
  const few = fc.array(one, { minLength: 1, maxLength: 3 });
  const keywords: Record<string, fc.Arbitrary<unknown>> = {
    ...scalarKeywords,
    enum: fc.uniqueArray(plainValue, {
      minLength: 1,
      maxLength: 4,
      selector: sortedText,
    }),
    const: plainValue,
    properties: map(declaredName, one, 3),
    required: fc.uniqueArray(declaredName, { maxLength: 2 }),
    additionalProperties: fc.oneof(fc.boolean(), one),
    patternProperties: fc.dictionary(pattern, one, { maxKeys: 2, noNullPrototype: true }),
    propertyNames: one,
    dependencies: map(
      declaredName,
      fc.oneof(one, fc.uniqueArray(declaredName, { maxLength: 2 })),
      2,
    ),
    items: fc.oneof(one, fc.array(one, { minLength: 1, maxLength: 3 })),
    additionalItems: one,
    contains: one,
    allOf: few,
    anyOf: few,
    oneOf: few,
    not: one,
    if: one,
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
    then: one,
    else: one,
  };
  const type = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...types) },
    { weight: 2, arbitrary: fc.constant("object") },
    { weight: 1, arbitrary: fc.uniqueArray(fc.constantFrom(...types), { minLength: 1 }) },
  );
  const some = fc.uniqueArray(
    fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...Object.keys(keywords)) },
      {
        weight: 2,
        arbitrary: fc.constantFrom(
          "properties",
          "additionalProperties",
          "allOf",
          "anyOf",
          "required",
        ),
      },
    ),
    { minLength: 1, maxLength: 4 },
  );
  const mixed = fc.tuple(optional(60, type), some).chain(([own, keys]) =>
    fc.record({
      ...(own === undefined ? {} : { type: fc.constant(own) }),
      ...Object.fromEntries(keys.map((key) => [key, keywords[key] ?? one])),
    }),
  );
  return {
    schema: fc.oneof(
      { maxDepth: 3, depthSize: "small" },
      { weight: 1, arbitrary: fc.boolean() },
      { weight: 2, arbitrary: fc.constantFrom({ $ref: "d0" }, { $ref: "d1" }) },
      { weight: 3, arbitrary: type.map((own) => ({ type: own })) },
      { weight: 12, arbitrary: mixed as fc.Arbitrary<JsonSchema> },
    ),
  };
});

const object = schema.map((inner) =>
  typeof inner === "object" && inner.$ref === undefined ? { ...inner, type: "object" } : inner,
);

/** `flat` schemas describe the fields of one object alone, in every combination. */
export const randomCase: fc.Arbitrary<Case> = fc
  .tuple(schema, object, object, fc.nat(1e6), fc.array(value, { maxLength: 3 }))
  .filter(([, d0, d1]) => !leadsToItself({ d0, d1 }))
  .map(([root, d0, d1, start, others]) => {
    const definitions = { d0, d1 };
    const pick = dice(start);
    const near = Array.from({ length: 8 }, () => suggest(root, definitions, pick, 4));
    const values = [...near, ...others].map(asJson);
    // ajv takes objects with a field of these names for different ones, whatever they hold
    const compares = /"(?:enum|const|uniqueItems)"/.test(JSON.stringify([root, definitions]));
    const isFit = (one: unknown): boolean =>
      !compares || !/"(?:constructor|toString)":/.test(JSON.stringify(one));
    return { schema: root, definitions, values: values.filter(isFit) };
  });

/** The same for values that are equal as JSON. */
function sortedText(one: unknown): string {
  if (typeof one !== "object" || one === null) return JSON.stringify(one);
  const parts = Object.entries(one).map(([key, part]) => [key, sortedText(part)]);
  return JSON.stringify([Array.isArray(one), parts.sort()]);
}

/** Whole numbers below a bound, the same for the same start. */
function dice(start: number): (below: number) => number {
  let state = start;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return (state >>> 8) % below;
  };
}

function asJson(one: unknown): unknown {
  return one === undefined ? null : JSON.parse(JSON.stringify(one));
}

/** Whether a schema applies to a value only where it applies to that value. */
function leadsToItself(definitions: Readonly<Record<string, JsonSchema>>): boolean {
  const visit = (one: JsonSchema, seen: readonly string[]): boolean => {
    if (typeof one === "boolean") return false;
    if (one.$ref !== undefined) {
      if (seen.includes(one.$ref)) return true;
      return visit(definitions[one.$ref] ?? true, [...seen, one.$ref]);
    }
    return inPlace(one).some((part) => visit(part, seen));
  };
  return Object.entries(definitions).some(([id, one]) => visit(one, [id]));
}

function inPlace(one: JsonSchemaObject): readonly JsonSchema[] {
  const lists = ["allOf", "anyOf", "oneOf"].flatMap((key) => (one[key] ?? []) as JsonSchema[]);
  const single = ["not", "if", "then", "else"].flatMap((key) => (key in one ? [one[key]] : []));
  const needed = Object.values(one.dependencies ?? {}).filter((part) => !Array.isArray(part));
  return [...lists, ...(single as JsonSchema[]), ...(needed as JsonSchema[])];
}

/** A value that a schema might match: it follows what the schema says, one way at a time, and errs now and then. */
function suggest(
  one: JsonSchema,
  definitions: Readonly<Record<string, JsonSchema>>,
  pick: (below: number) => number,
  depth: number,
): unknown {
  const inner = (part: JsonSchema): unknown => suggest(part, definitions, pick, depth - 1);
  if (typeof one === "boolean" || depth === 0 || pick(12) === 0) return leaf(pick);
  if (one.$ref !== undefined) return inner(definitions[one.$ref] ?? true);
  if ("const" in one) return one.const;
  if (Array.isArray(one.enum)) return one.enum[pick(one.enum.length)];
  const arms = inPlace(one);
  const own = [one.type].flat().filter((type) => type !== undefined);
  const parts = [...arms.map((arm) => () => inner(arm)), () => ownValue(one, own, inner, pick)];
  const chosen = parts.map((make) => make()).filter(() => pick(4) > 0);
  const objects = chosen.filter((part) => typeof part === "object" && part && !Array.isArray(part));
  if (objects.length > 1) {
    const entries = objects.flatMap((part) => Object.entries(part as object));
    return Object.fromEntries(entries);
  }
  return chosen.length > 0 ? chosen[pick(chosen.length)] : leaf(pick);
}

function ownValue(
  one: JsonSchemaObject,
  own: readonly unknown[],
  inner: (part: JsonSchema) => unknown,
  pick: (below: number) => number,
): unknown {
  const type = own.length > 0 ? own[pick(own.length)] : ["object", "array", "any"][pick(3)];
  if (type === "object") {
    const declared = Object.entries((one.properties ?? {}) as Record<string, JsonSchema>);
    const required = ((one.required ?? []) as string[]).map((key) => [key, true] as const);
    const extra = [names[pick(names.length)] ?? "a", one.additionalProperties ?? true] as const;
    const patterns = Object.values((one.patternProperties ?? {}) as Record<string, JsonSchema>);
    const named = patterns.map((part) => [["a", "ab", "b", "o"][pick(4)] ?? "a", part] as const);
    const all = [...named, extra, ...required, ...declared].filter(() => pick(4) > 0);
    return Object.fromEntries(all.map(([key, part]) => [key, inner(part as JsonSchema)]));
  }
  if (type === "array") {
    const { items = true, additionalItems = true, contains = true } = one;
    const places = Array.isArray(items) ? items : [items, items];
    const rest = Array.isArray(items) ? additionalItems : contains;
    return [...places, rest].filter(() => pick(3) > 0).map((part) => inner(part as JsonSchema));
  }
  return leaf(pick);
}

const leaves: readonly unknown[] = ["", "a", "ab", "2026-01-01", 0, 1, 1.5, 0.3, 2, true, null, {}];

function leaf(pick: (below: number) => number): unknown {
  return leaves[pick(leaves.length)];
}
