// `enum` and `const`.
import type { JsonSchemaObject } from "../model/contract-model.ts";
import type { buildShape } from "./build-shape.ts";
import { refineShape } from "./refine-shape.ts";
import type { Scalar, Shape } from "./shape.ts";
import { below, refuse, type Site } from "./shape-reader.ts";
import { unionShape } from "./union-shape.ts";

/** The values that `enum`, `const` and `type` all allow. */
export function readLiterals(
  schema: JsonSchemaObject,
  site: Site,
  types: readonly string[] | undefined,
  build: typeof buildShape,
): Shape | undefined {
  const listed = schema.enum === undefined ? undefined : schema.enum;
  if (listed !== undefined && !Array.isArray(listed))
    return refuse(below(site, "enum"), "invalid-schema", "enum: must be a list");
  const constant = "const" in schema ? [schema.const] : undefined;
  const all: readonly unknown[] = listed ?? constant ?? [];
  const texts = constant?.map(canonicalText);
  const values = [...new Map(all.map((value) => [canonicalText(value), value])).values()]
    .filter((value) => texts === undefined || texts.includes(canonicalText(value)))
    .filter((value) => types === undefined || types.some((type) => isOfType(value, type)));
  const base = formOf(values);
  const scalar = values.every(isScalar);
  return scalar ? base : refineShape(base, [{ kind: "equalTo", values }], site, build);
}

/** The shape that has the type of the values. */
function formOf(values: readonly unknown[]): Shape {
  const scalars = values.filter(isScalar);
  const literals: readonly Shape[] =
    scalars.length > 0 ? [{ kind: "literals", values: scalars }] : [];
  const others = values.filter((value) => !isScalar(value));
  return unionShape([...literals, ...others.map(formOfOne)], false);
}

function formOfOne(value: unknown): Shape {
  if (Array.isArray(value)) {
    const items = value.map((item) => formOf([item]));
    return items.length === 0
      ? { kind: "array", item: { kind: "never" }, rules: { uniqueItems: false } }
      : { kind: "tuple", items, required: items.length, rules: { uniqueItems: false } };
  }
  const entries = Object.entries(value as object).sort(([one], [two]) => (one < two ? -1 : 1));
  // TypeScript has no such property
  const isUnsafe = entries.some(([name]) => name === "__proto__");
  const properties = entries.map(([name, field]) => ({
    name,
    shape: formOf([field]),
    required: true,
    notes: { constraints: [] },
  }));
  return isUnsafe
    ? { kind: "object", properties: [], rest: "open" }
    : { kind: "object", properties, rest: "closed" };
}

export function isOfType(value: unknown, type: string): boolean {
  if (type === "null") return value === null;
  if (type === "integer") return Number.isInteger(value);
  if (type === "array") return Array.isArray(value);
  if (type === "object") return typeof value === type && value !== null && !Array.isArray(value);
  return typeof value === type;
}

function isScalar(value: unknown): value is Scalar {
  return value === null || ["string", "number", "boolean"].includes(typeof value);
}

/** The same for values that are equal as JSON. */
function canonicalText(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => {
    if (typeof part !== "object" || part === null || Array.isArray(part)) return part;
    return { "": Object.entries(part).sort(([one], [two]) => (one < two ? -1 : 1)) };
  });
}
