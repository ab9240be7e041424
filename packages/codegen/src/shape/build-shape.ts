// JSON Schema (draft-07, as ajv reads it) into a shape, or a diagnostic that names what stands in the way.
import { nearestName } from "@lockstep/runtime";
import type { JsonSchemaObject } from "../model/contract-model.ts";
import { honouredKeywords, isAnnotation, isHonoured } from "./keywords.ts";
import { mergeShapes } from "./merge-shapes.ts";
import { descriptionOf } from "./notes.ts";
import { readConditions } from "./read-conditions.ts";
import { readOwn } from "./read-own.ts";
import { refineShape } from "./refine-shape.ts";
import { baseOf, type Shape } from "./shape.ts";
import { below, isSchemaObject, refuse, type Site } from "./shape-reader.ts";
import { unionShape } from "./union-shape.ts";

/**
 * Answers `undefined` where the schema, or a part of it, cannot be honoured exactly; every reason is then in
 * `site.diagnostics`.
 */
export function buildShape(schema: unknown, site: Site): Shape | undefined {
  if (schema === true) return { kind: "unknown" };
  if (schema === false) return { kind: "never" };
  if (!isSchemaObject(schema))
    return refuse(site, "invalid-schema", "a schema must be an object or a boolean");
  const unknown = Object.keys(schema).filter((key) => !isAnnotation(key) && !isHonoured(key));
  for (const keyword of unknown) {
    refuse(
      below(site, keyword),
      "unsupported-keyword",
      `${keyword}: this keyword is not supported; ${wayOutOf(keyword, schema[keyword])}`,
    );
  }
  if (unknown.length > 0) return undefined;
  if (typeof schema.$ref === "string") return readReference(schema, site);
  const own = readOwn(schema, site, buildShape);
  const combined = readCombined(own, schema, site);
  const conditions = readConditions(schema, site, buildShape);
  return combined && conditions && refineShape(combined, conditions, site, buildShape);
}

function wayOutOf(keyword: string, value: unknown): string {
  const meant = nearestName(keyword, honouredKeywords);
  if (meant !== undefined) return `did you mean "${meant}"?`;
  if (isSchemaObject(value)) return 'put a field under "properties"';
  return "leave it out, or say it with supported keywords";
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

function readCombined(
  own: Shape | undefined,
  schema: JsonSchemaObject,
  site: Site,
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
    const members = list.map((member, index) => buildShape(member, below(site, keyword, index)));
    if (shape === undefined || members.some((member) => member === undefined)) return undefined;
    const known = members as Shape[];
    const parts = keyword === "allOf" ? known : [unionShape(known, keyword === "oneOf")];
    shape = parts.reduce((left, right) => mergeShapes(left, right, site, buildShape), shape);
  }
  return shape && withWords(shape, schema);
}

/** What the schema itself says of what its parts make together. */
function withWords(shape: Shape, schema: JsonSchemaObject): Shape {
  const base = speak(baseOf(shape), schema);
  return shape.kind === "refined" ? { ...shape, base } : base;
}

function speak(base: Shape, schema: JsonSchemaObject): Shape {
  const tag = tagOf(schema);
  if (base.kind === "union" && tag !== undefined) return { ...base, tag };
  const description = descriptionOf(schema);
  if (base.kind !== "object" || base.description === description) return base;
  const { description: _, ...object } = base;
  return description === undefined ? object : { ...object, description };
}

/** The field that tells members apart: AsyncAPI names it, OpenAPI in a map. */
function tagOf({ discriminator }: JsonSchemaObject): string | undefined {
  const tag = isSchemaObject(discriminator) ? discriminator.propertyName : discriminator;
  return typeof tag === "string" ? tag : undefined;
}
