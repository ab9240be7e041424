// The words for what ajv finds.
import type { ErrorObject } from "ajv";

export interface DescribedError {
  /** JSON Pointer to the fault within the value. */
  readonly pointer: string;
  /** `must be integer`, `must have required property 'id'`. */
  readonly problem: string;
}

/** Keywords that only say that one of the errors before them is there. */
const summaries: ReadonlySet<string> = new Set(["allOf", "anyOf", "if", "oneOf"]);

/** One error for each place, the one that says most. */
export function describeErrors(errors: readonly ErrorObject[]): DescribedError[] {
  const byPointer = new Map<string, ErrorObject>();
  for (const error of errors) {
    const known = byPointer.get(error.instancePath);
    if (known === undefined || weightOf(error) > weightOf(known)) {
      byPointer.set(error.instancePath, error);
    }
  }
  // a summary at a place is no news where something below that place is wrong
  return [...byPointer.values()]
    .filter((error) => weightOf(error) > 0 || !hasErrorBelow(byPointer, error.instancePath))
    .map((error) => ({ pointer: error.instancePath, problem: problemOf(error) }));
}

function weightOf({ keyword }: ErrorObject): number {
  if (summaries.has(keyword)) return 0;
  return keyword === "enum" || keyword === "const" ? 2 : 1;
}

function hasErrorBelow(errors: ReadonlyMap<string, ErrorObject>, pointer: string): boolean {
  return [...errors.keys()].some((other) => other.startsWith(`${pointer}/`));
}

function problemOf({ keyword, message = "is not valid", params }: ErrorObject): string {
  if (keyword === "enum") return `must be one of ${listOf(params.allowedValues)}`;
  if (keyword === "const") return `must be ${JSON.stringify(params.allowedValue)}`;
  if (keyword === "additionalProperties")
    return `must not have the property "${params.additionalProperty}"`;
  if (keyword === "required") return `must have the property "${params.missingProperty}"`;
  if (keyword === "type" && Array.isArray(params.type))
    return `must be ${params.type.join(" or ")}`;
  if (keyword === "uniqueItems")
    return `must not have the same item twice (items ${params.j + 1} and ${params.i + 1})`;
  return message.replaceAll(/'([^']*)'/g, '"$1"');
}

function listOf(values: readonly unknown[]): string {
  return values.map((value) => JSON.stringify(value)).join(", ");
}
