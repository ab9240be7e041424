// Rules of texts, numbers and lists: how little, how much, and of what form.
import { judgesText } from "../../shape/formats.ts";
import { isSchemaObject } from "../../shape/shape-reader.ts";
import type { Bound, Limits, Ruled } from "./branch.ts";
import type { Located, Node } from "./located.ts";

const counts = [
  ["minLength", "maxLength"],
  ["minItems", "maxItems"],
  ["minProperties", "maxProperties"],
] as const;

/** Reads the rules of all schemas as one set, the narrower of two. What every value keeps is left out. */
export function readLimits(plain: Node): Limits {
  const integer = plain.find(isInteger);
  const least = new Map<string, Ruled<Bound>>();
  const most = new Map<string, Ruled<Bound>>();
  const patterns = new Map<string, Located>();
  const formats = new Map<string, Located>();
  const multiples = new Map<number, Located>();
  let unique: Located | undefined;
  for (const by of plain) {
    const { schema } = by;
    if (!isSchemaObject(schema)) continue;
    for (const [min, max] of counts) {
      if (numberOf(schema[min]))
        narrow(least, min, { keyword: min, limit: Number(schema[min]), exclusive: false }, by);
      if (numberOf(schema[max]) !== undefined)
        narrow(most, max, { keyword: max, limit: Number(schema[max]), exclusive: false }, by);
    }
    for (const [keyword, exclusive] of [
      ["minimum", false],
      ["exclusiveMinimum", true],
    ] as const) {
      const limit = numberOf(schema[keyword]);
      if (limit !== undefined)
        narrow(least, "minimum", whole({ keyword, limit, exclusive }, integer, 1), by);
    }
    for (const [keyword, exclusive] of [
      ["maximum", false],
      ["exclusiveMaximum", true],
    ] as const) {
      const limit = numberOf(schema[keyword]);
      if (limit !== undefined)
        narrow(most, "maximum", whole({ keyword, limit, exclusive }, integer, -1), by);
    }
    if (typeof schema.pattern === "string") patterns.set(schema.pattern, by);
    if (typeof schema.format === "string" && isJudgedFormat(schema.format)) {
      // whole numbers of any size are integers already
      if (schema.format !== "int64") formats.set(schema.format, by);
    }
    const divisor = numberOf(schema.multipleOf);
    if (divisor !== undefined && !(integer && divisor === 1)) multiples.set(divisor, by);
    if (schema.uniqueItems === true) unique ??= by;
  }
  return {
    least,
    most,
    patterns,
    formats,
    multiples,
    ...(integer && { integer }),
    ...(unique && { unique }),
  };
}

/** Whether all numbers that it allows are whole. */
function isInteger({ schema }: Located): boolean {
  if (!isSchemaObject(schema)) return false;
  const types = [schema.type].flat();
  if (types.includes("integer") && !types.includes("number")) return true;
  return (
    schema.format === "int64" ||
    (schema.multipleOf !== undefined && Number.isInteger(schema.multipleOf))
  );
}

/** Formats that the exact reading judges by; any other is a note to readers. */
export function isJudgedFormat(format: string): boolean {
  return judgesText(format) || /^int(?:32|64)$/.test(format);
}

/** A bound of whole numbers is one of them. */
function whole(bound: Bound, integer: Located | undefined, step: 1 | -1): Bound {
  if (integer === undefined) return bound;
  const rounded = step === 1 ? Math.ceil(bound.limit) : Math.floor(bound.limit);
  const isReached = rounded === bound.limit && bound.exclusive;
  return { ...bound, limit: isReached ? rounded + step : rounded, exclusive: false };
}

function narrow(bounds: Map<string, Ruled<Bound>>, key: string, bound: Bound, by: Located): void {
  const known = bounds.get(key)?.value;
  const sign = key.startsWith("min") ? 1 : -1;
  if (known !== undefined && compareBounds(bound, known, sign) <= 0) return;
  bounds.set(key, { value: bound, by });
}

/** Above 0 where the first is the narrower, for least values with the sign 1 and for most values with -1. */
export function compareBounds(one: Bound, two: Bound, sign: 1 | -1): number {
  if (one.limit !== two.limit) return sign * (one.limit - two.limit);
  return Number(one.exclusive) - Number(two.exclusive);
}

function numberOf(value: unknown): number | undefined {
  return typeof value === "number" ? value : undefined;
}
