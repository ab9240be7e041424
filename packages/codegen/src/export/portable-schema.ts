// A schema of the model as JSON Schema draft-07 that any validator reads: every `$ref` leads into `definitions`.
import { schemaShapes } from "../json-schema/schema-keywords.ts";
import type { ContractModel, JsonSchema, JsonSchemaObject } from "../model/contract-model.ts";
import { pascalName, takeName } from "../plan/names.ts";

/** Schemas that others refer to, each under a name of its own. */
export interface Definitions {
  /** The schema with its references led to `#/definitions/…`; what they lead to is kept. */
  readonly include: (schema: JsonSchema) => JsonSchemaObject;
  /** Everything that was led to so far, by name. */
  readonly collect: () => Readonly<Record<string, JsonSchemaObject>>;
}

/** @param taken names in lower case that are no longer free; those of the definitions are added */
export function createDefinitions(
  { schemas }: Pick<ContractModel, "schemas">,
  taken: Set<string>,
): Definitions {
  const names = new Map<string, string>();
  const kept = new Map<string, JsonSchemaObject>();
  const refer = (id: string): string => {
    const known = names.get(id);
    if (known !== undefined) return `#/definitions/${known}`;
    const name = takeName(taken, asciiName(id));
    names.set(id, name);
    kept.set(name, toPortable(schemas.get(id)?.schema ?? true, refer));
    return `#/definitions/${name}`;
  };
  return {
    include: (schema) => toPortable(schema, refer),
    collect: () => Object.fromEntries([...kept].sort(([one], [two]) => (one < two ? -1 : 1))),
  };
}

/** After the last segment of its pointer; a reference must not need escapes. */
function asciiName(id: string): string {
  const name = pascalName(id.slice(id.lastIndexOf("/") + 1));
  return /^\w+$/.test(name) ? name : "Schema";
}

/** Without extensions, which only strict validators would stumble over. */
function toPortable(schema: JsonSchema, refer: (id: string) => string): JsonSchemaObject {
  if (typeof schema === "boolean") return schema ? {} : { not: {} };
  // beside a `$ref`, draft-07 reads nothing else
  if (typeof schema.$ref === "string") return { $ref: refer(schema.$ref) };
  const entries = Object.entries(schema).filter(([keyword]) => isPortable(keyword));
  return Object.fromEntries(
    entries.map(([keyword, value]) => [keyword, convert(keyword, value, refer)]),
  );
}

/** AsyncAPI's own words say nothing to a validator, and its `discriminator` another thing to some. */
function isPortable(keyword: string): boolean {
  return !keyword.startsWith("x-") && keyword !== "discriminator" && keyword !== "externalDocs";
}

function convert(keyword: string, value: unknown, refer: (id: string) => string): unknown {
  const shape = schemaShapes.get(keyword);
  if (shape === undefined) return value;
  const inner = (child: unknown): unknown => {
    if (typeof child === "boolean") return child;
    return isObject(child) ? toPortable(child, refer) : child;
  };
  if (Array.isArray(value)) return value.map(inner);
  if (shape !== "map" || !isObject(value)) return inner(value);
  return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, inner(child)]));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
