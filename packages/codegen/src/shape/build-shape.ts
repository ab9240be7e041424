// JSON Schema (draft-07, as ajv reads it) into a shape, or a diagnostic that names what stands in the way.
import type { JsonSchemaObject } from "../model/contract-model.ts";
import { isAnnotation, isHonoured, keywordsOfType } from "./keywords.ts";
import { mergeShapes } from "./merge-shapes.ts";
import { readArray } from "./read-array.ts";
import { readLiterals } from "./read-literals.ts";
import { readObject } from "./read-object.ts";
import { readNumber, readText } from "./read-scalar.ts";
import type { Shape } from "./shape.ts";
import { below, isSchemaObject, refuse, type Site } from "./shape-reader.ts";

/** Types that a schema without `type` has, since the schema around it says so. */
type Assumed = readonly string[] | undefined;

/**
 * Answers `undefined` where the schema, or a part of it, cannot be honoured exactly; every reason is then in
 * `site.diagnostics`.
 */
export function buildShape(schema: unknown, site: Site, assumed?: Assumed): Shape | undefined {
  if (schema === true) return { kind: "unknown" };
  if (schema === false)
    return refuse(
      site,
      "unsupported-schema",
      "false: a schema that nothing matches has no type; leave the field out instead",
    );
  if (!isSchemaObject(schema))
    return refuse(site, "invalid-schema", "a schema must be an object or a boolean");
  const unknown = Object.keys(schema).filter((key) => !isAnnotation(key) && !isHonoured(key));
  for (const keyword of unknown) {
    refuse(
      below(site, keyword),
      "unsupported-keyword",
      `${keyword}: this keyword is not supported; leave it out, or say it with supported keywords`,
    );
  }
  if (unknown.length > 0) return undefined;
  if (typeof schema.$ref === "string") return readReference(schema, site);
  const own = readOwn(schema, site, assumed);
  const types = typesOf(schema) ?? assumed;
  return readCombined(own, schema, site, types);
}

function readReference(schema: JsonSchemaObject, site: Site): Shape | undefined {
  const beside = Object.keys(schema).filter((key) => key !== "$ref" && !isAnnotation(key));
  for (const keyword of beside) {
    refuse(
      below(site, keyword),
      "unsupported-keyword",
      `${keyword}: stands beside $ref; put both into allOf`,
    );
  }
  return beside.length > 0 ? undefined : { kind: "reference", id: String(schema.$ref) };
}

/** The shape that `type`, `enum`, `const` and the keywords of each type give, without `allOf`, `anyOf`, `oneOf`. */
function readOwn(schema: JsonSchemaObject, site: Site, assumed: Assumed): Shape | undefined {
  if ("enum" in schema || "const" in schema)
    return readLiterals(schema, site, typesOf(schema) ?? assumed);
  const types = typesOf(schema) ?? assumed;
  if (types === undefined) {
    const untyped = Object.keys(schema).filter((key) =>
      Object.values(keywordsOfType).flat().includes(key),
    );
    for (const keyword of untyped) {
      refuse(
        below(site, keyword),
        "untyped-keyword",
        `${keyword}: without type it lets every value of another type pass; add type`,
      );
    }
    return untyped.length > 0 ? undefined : { kind: "unknown" };
  }
  const members = types.map((type) => readType(type, schema, site));
  if (members.some((member) => member === undefined)) return undefined;
  return union(members as Shape[], false);
}

function readType(type: string, schema: JsonSchemaObject, site: Site): Shape | undefined {
  switch (type) {
    case "null":
    case "boolean":
      return { kind: type };
    case "string":
      return readText(schema, site);
    case "number":
    case "integer":
      return readNumber(schema, site, type === "integer");
    case "array":
      return readArray(schema, site, buildShape);
    case "object":
      return readObject(schema, site, buildShape);
    default:
      return refuse(
        below(site, "type"),
        "invalid-schema",
        `type: ${JSON.stringify(type)} is not a JSON type`,
      );
  }
}

function readCombined(
  own: Shape | undefined,
  schema: JsonSchemaObject,
  site: Site,
  types: Assumed,
): Shape | undefined {
  let shape = own;
  for (const keyword of ["allOf", "anyOf", "oneOf"] as const) {
    if (!(keyword in schema)) continue;
    const list = schema[keyword];
    if (!Array.isArray(list) || list.length === 0)
      return refuse(
        below(site, keyword),
        "invalid-schema",
        `${keyword}: must be a list of schemas, not empty`,
      );
    // where one part of an allOf has a type, the others say nothing of other types
    const assumed = types ?? (keyword === "allOf" ? typesAmong(list, site, []) : undefined);
    const members = list.map((member, index) =>
      buildShape(member, below(site, keyword, index), assumed),
    );
    if (shape === undefined || members.some((member) => member === undefined)) return undefined;
    const known = members as Shape[];
    const at = below(site, keyword);
    if (keyword === "allOf") shape = mergeAll([shape, ...known], at);
    else shape = mergeAll([shape, union(known, keyword === "oneOf")], at);
  }
  return shape;
}

function mergeAll(shapes: readonly Shape[], site: Site): Shape | undefined {
  return shapes.reduce<Shape | undefined>(
    (left, right) => left && mergeShapes(left, right, site, buildShape),
    { kind: "unknown" },
  );
}

/** The types that one of these schemas names, itself or by a reference. */
function typesAmong(list: readonly unknown[], site: Site, seen: readonly string[]): Assumed {
  for (const member of list) {
    if (!isSchemaObject(member)) continue;
    const { $ref, allOf } = member;
    const target =
      $ref === undefined || seen.includes($ref) ? undefined : site.model.schemas.get($ref);
    const inner = [...(Array.isArray(allOf) ? allOf : []), ...(target ? [target.schema] : [])];
    const types =
      typesOf(member) ?? typesAmong(inner, site, $ref === undefined ? seen : [...seen, $ref]);
    if (types !== undefined) return types;
  }
  return undefined;
}

/** One member stands for itself; unions in a union that is not exclusive are one. */
function union(members: readonly Shape[], exclusive: boolean): Shape {
  const [first, ...others] = members;
  if (first !== undefined && others.length === 0) return first;
  return { kind: "union", members, exclusive };
}

function typesOf(schema: JsonSchemaObject): readonly string[] | undefined {
  const { type, nullable } = schema;
  if (type === undefined) return undefined;
  const types = Array.isArray(type) ? type.map(String) : [String(type)];
  // an integer is a number, so that "number" alone says both
  const kept = types.includes("number") ? types.filter((name) => name !== "integer") : types;
  const all = nullable === true ? [...kept, "null"] : kept;
  return [...new Set(all)];
}
