// Keywords of objects.
import type { JsonSchemaObject } from "../model/contract-model.ts";
import type { buildShape } from "./build-shape.ts";
import { readNotes } from "./notes.ts";
import type { ObjectShape, PropertyShape, Shape } from "./shape.ts";
import { below, isSchemaObject, refuse, type Site } from "./shape-reader.ts";

/** Properties that are required but not declared are of any shape. */
export function readObject(
  schema: JsonSchemaObject,
  site: Site,
  build: typeof buildShape,
): Shape | undefined {
  const { properties: declared = {}, required = [], additionalProperties } = schema;
  if (!isSchemaObject(declared))
    return refuse(below(site, "properties"), "invalid-schema", "properties: must be an object");
  if (!isNames(required))
    return refuse(below(site, "required"), "invalid-schema", "required: must be a list of names");
  const rest = readRest(additionalProperties, below(site, "additionalProperties"), build);
  const names = [...new Set([...Object.keys(declared), ...required])].sort();
  let complete = rest !== undefined;
  const properties: PropertyShape[] = [];
  for (const name of names) {
    const own = Object.hasOwn(declared, name);
    const part = own ? declared[name] : restSchema(additionalProperties);
    const at = below(site, "properties", name);
    if (name === "__proto__")
      refuse(
        at,
        "unsafe-name",
        "__proto__: JavaScript gives this name a meaning of its own; choose another name",
      );
    const shape = build(part, at);
    if (shape === undefined || name === "__proto__") complete = false;
    else
      properties.push({
        name,
        shape,
        required: required.includes(name),
        notes: readNotes(part, site.model),
      });
  }
  return complete && rest !== undefined
    ? ({ kind: "object", properties, rest } satisfies ObjectShape)
    : undefined;
}

/** A required field that is not declared is judged as every undeclared field is. */
function restSchema(additionalProperties: unknown): unknown {
  return additionalProperties === undefined ? true : additionalProperties;
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
