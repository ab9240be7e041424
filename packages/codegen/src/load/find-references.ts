// Every `$ref` of a file, wherever AsyncAPI and JSON Schema read one.
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
]);

/** Lists the references below `value`, in document order. */
export function findReferences(value: unknown): ReferenceSite[] {
  const sites: ReferenceSite[] = [];
  visit(value, "", false, sites);
  return sites;
}

function visit(value: unknown, pointer: string, isNameMap: boolean, sites: ReferenceSite[]): void {
  if (typeof value !== "object" || value === null) return;
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) {
      visit(item, appendPointer(pointer, index), false, sites);
    }
    return;
  }
  for (const [key, child] of Object.entries(value)) {
    if (key === "$ref" && typeof child === "string" && !isNameMap) {
      sites.push({ pointer, ref: child });
    } else if (isNameMap || !dataKeys.has(key)) {
      visit(child, appendPointer(pointer, key), !isNameMap && nameMapKeys.has(key), sites);
    }
  }
}
