// Keywords that describe the fields of objects.
import type { JsonSchemaObject } from "../model/contract-model.ts";
import type { buildShape } from "./build-shape.ts";
import { descriptionOf, readNotes } from "./notes.ts";
import { isPattern } from "./read-scalar.ts";
import type { ObjectShape, PatternShape, PropertyShape, Shape } from "./shape.ts";
import { below, isSchemaObject, refuse, refuseUnsafe, type Site } from "./shape-reader.ts";

export function readObject(
  schema: JsonSchemaObject,
  site: Site,
  build: typeof buildShape,
): Shape | undefined {
  const { properties: declared = {}, required = [], additionalProperties } = schema;
  const { patternProperties: named = {} } = schema;
  if (!isSchemaObject(declared))
    return refuse(below(site, "properties"), "invalid-schema", "properties: must be an object");
  if (!isNames(required))
    return refuse(below(site, "required"), "invalid-schema", "required: must be a list of names");
  for (const [keyword, map] of Object.entries({ properties: declared, patternProperties: named })) {
    if (isSchemaObject(map) && Object.hasOwn(map, "__proto__"))
      return refuseUnsafe(below(site, keyword, "__proto__"));
  }
  if (required.includes("__proto__")) return refuseUnsafe(below(site, "required"));
  const rest = readRest(additionalProperties, below(site, "additionalProperties"), build);
  const patterns = readPatterns(schema, site, build);
  const fields = Object.entries(declared).map(([name, part]): PropertyShape | undefined => {
    const shape = build(part, below(site, "properties", name));
    const notes = readNotes(part, site.model);
    return shape && { name, shape, required: required.includes(name), notes };
  });
  if (!rest || !patterns || fields.includes(undefined)) return undefined;
  const description = descriptionOf(schema);
  const object: ObjectShape = {
    kind: "object",
    ...(description === undefined ? {} : { description }),
    properties: fields as PropertyShape[],
    ...(patterns.length > 0 ? { patterns } : {}),
    rest,
  };
  const others = [...new Set(required)].filter((name) => !Object.hasOwn(declared, name));
  return requireFields(object, others);
}

/** Required fields that are not declared are judged by patterns and by the rule for undeclared fields, where there are any. */
function requireFields(object: ObjectShape, names: readonly string[]): Shape {
  if (names.length === 0) return withFields(object, []);
  const { patterns = [], rest } = object;
  const fields = names.map((name): PropertyShape => {
    const isNamed = patterns.some(({ pattern }) => new RegExp(pattern, "u").test(name));
    const judged = typeof rest !== "string" && !isNamed;
    const shape: Shape = judged ? rest : { kind: "unknown" };
    const isDeclared = judged || rest === "open";
    const undeclared = isDeclared ? {} : ({ undeclared: true } as const);
    return { name, shape, required: true, ...undeclared, notes: { constraints: [] } };
  });
  if (rest !== "closed") return withFields(object, fields);
  // closed to these fields, it asks for what it refuses, and an open reading takes it
  const asked: Shape = { kind: "object", properties: fields, rest: "unsaid" };
  const conditions = [{ kind: "matches", shape: asked }] as const;
  return { kind: "refined", base: withFields(object, []), conditions };
}

function withFields(object: ObjectShape, fields: readonly PropertyShape[]): ObjectShape {
  const properties = [...object.properties, ...fields];
  return { ...object, properties: properties.sort((one, two) => (one.name < two.name ? -1 : 1)) };
}

function readPatterns(
  schema: JsonSchemaObject,
  site: Site,
  build: typeof buildShape,
): readonly PatternShape[] | undefined {
  const { patternProperties = {} } = schema;
  const at = below(site, "patternProperties");
  if (!isSchemaObject(patternProperties))
    return refuse(at, "invalid-schema", "patternProperties: must be an object");
  const patterns = Object.entries(patternProperties).map(([pattern, part]) => {
    if (!isPattern(pattern))
      return refuse(
        below(at, pattern),
        "invalid-pattern",
        `${JSON.stringify(pattern)}: is not a regular expression of ECMAScript with the u flag`,
      );
    const shape = build(part, below(at, pattern));
    return shape && { pattern, shape };
  });
  return patterns.includes(undefined) ? undefined : (patterns as PatternShape[]);
}

function readRest(
  schema: unknown,
  site: Site,
  build: typeof buildShape,
): ObjectShape["rest"] | undefined {
  if (schema === undefined) return "unsaid";
  if (schema === false) return "closed";
  if (schema === true) return "open";
  const shape = build(schema, site);
  return shape?.kind === "unknown" ? "open" : shape;
}

function isNames(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((name) => typeof name === "string");
}
