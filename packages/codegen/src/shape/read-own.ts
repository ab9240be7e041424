// What `type`, `enum`, `const` and the keywords of each type say.
import type { JsonSchemaObject } from "../model/contract-model.ts";
import type { buildShape } from "./build-shape.ts";
import { checkFormat } from "./check-format.ts";
import { checkKeywords } from "./check-keywords.ts";
import { judgesText } from "./formats.ts";
import { describingKeywords } from "./keywords.ts";
import { readArray } from "./read-array.ts";
import { readLiterals } from "./read-literals.ts";
import { readObject } from "./read-object.ts";
import { readNumber, readText } from "./read-scalar.ts";
import { refineShape } from "./refine-shape.ts";
import type { Condition, Shape, SpokenType } from "./shape.ts";
import { below, refuse, type Site } from "./shape-reader.ts";
import { unionShape } from "./union-shape.ts";

export function readOwn(
  schema: JsonSchemaObject,
  site: Site,
  build: typeof buildShape,
): Shape | undefined {
  const types = typesOf(schema);
  checkFormat(schema, types, site);
  checkKeywords(schema, types, site);
  const hasValues = "enum" in schema || "const" in schema;
  if (types !== undefined && !hasValues) {
    const members = types.map((type) => readType(type, schema, site, build));
    if (members.some((member) => member === undefined)) return undefined;
    return unionShape(members as Shape[], false);
  }
  const base: Shape | undefined = hasValues
    ? readLiterals(schema, site, types, build)
    : { kind: "unknown" };
  const conditions = readUntyped(schema, site, build);
  return base && conditions && refineShape(base, conditions, site, build);
}

/** Keywords that say something of values of their type, and nothing of others. */
function readUntyped(
  schema: JsonSchemaObject,
  site: Site,
  build: typeof buildShape,
): readonly Condition[] | undefined {
  const conditions: Condition[] = [];
  for (const type of ["array", "number", "object", "string"] as const) {
    if (!speaksOf(schema, type)) continue;
    const shape = readType(type, schema, site, build);
    if (shape === undefined) return undefined;
    conditions.push({ kind: "whenType", type, shape });
  }
  return conditions;
}

function speaksOf(schema: JsonSchemaObject, type: SpokenType): boolean {
  return describingKeywords[type].some((keyword) => {
    if (!(keyword in schema)) return false;
    if (keyword !== "format") return true;
    return judgesText(String(schema.format)) === (type === "string");
  });
}

function readType(
  type: string,
  schema: JsonSchemaObject,
  site: Site,
  build: typeof buildShape,
): Shape | undefined {
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
      return readArray(schema, site, build);
    case "object":
      return readObject(schema, site, build);
    default:
      return refuse(
        below(site, "type"),
        "invalid-schema",
        `type: ${JSON.stringify(type)} is not a JSON type`,
      );
  }
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
