// Every `$ref` of a file, wherever AsyncAPI and JSON Schema read one.
import { isJsonSchemaFormat } from "../json-schema/schema-format.ts";
import { bundledFilesKey } from "./bundled-files.ts";
import { appendPointer } from "./json-pointer.ts";

/** A `$ref` as it is written. */
export interface ReferenceSite {
  /** Of the object that holds `$ref`. */
  readonly pointer: string;
  readonly ref: string;
}

/** Keys whose value is data, not structure: a `$ref` in it is text of the user. */
const dataKeys: ReadonlySet<string> = new Set(["const", "default", "enum", "example", "examples"]);

/** Keys whose value maps names of the user's own to structure, so that a name may be any of {@link dataKeys}. */
const nameMapKeys: ReadonlySet<string> = new Set([
  "channels",
  "definitions",
  "dependencies",
  "messages",
  "operations",
  "parameters",
  "patternProperties",
  "properties",
  "schemas",
  bundledFilesKey,
]);

/** Lists the references below `value`, in document order. */
export function findReferences(value: unknown): ReferenceSite[] {
  const sites: ReferenceSite[] = [];
  visit(value, [], false, sites);
  return sites;
}

type Key = string | number;

/** `way` are the keys that lead to the value. */
function visit(value: unknown, way: Key[], isNameMap: boolean, sites: ReferenceSite[]): void {
  if (typeof value !== "object" || value === null) return;
  const visitChild = (child: unknown, key: Key, isChildNameMap: boolean): void => {
    way.push(key);
    visit(child, way, isChildNameMap, sites);
    way.pop();
  };
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) visitChild(item, index, false);
    return;
  }
  const foreign = isNameMap ? undefined : foreignSchemaKey(value);
  for (const [key, child] of Object.entries(value)) {
    if (key === foreign) continue;
    if (key === "$ref" && typeof child === "string" && !isNameMap) {
      sites.push({ pointer: appendPointer("", ...way), ref: child });
    } else if (isNameMap || !dataKeys.has(key)) {
      visitChild(child, key, !isNameMap && nameMapKeys.has(key));
    }
  }
}

/**
 * Where a schema stands that is no JSON Schema: what it refers to is of its own language, and the schema is refused by
 * the name of that. A Multi Format Schema Object has it under `schema`, a message of AsyncAPI 2 under `payload`.
 */
function foreignSchemaKey(value: object): string | undefined {
  if (!("schemaFormat" in value) || isJsonSchemaFormat(value.schemaFormat)) return undefined;
  return "schema" in value ? "schema" : "payload";
}
