// Rules that a value must keep at once, as one set of rules.
import type { NumberRules, TextRules } from "./shape.ts";

export function mergeText(left: TextRules, right: TextRules): TextRules {
  return {
    ...bound("minLength", Math.max, left, right),
    ...bound("maxLength", Math.min, left, right),
    patterns: [...new Set([...left.patterns, ...right.patterns])],
    formats: [...new Set([...left.formats, ...right.formats])],
  };
}

export function mergeNumbers(left: NumberRules, right: NumberRules): NumberRules {
  return {
    integer: left.integer || right.integer,
    ...bound("minimum", Math.max, left, right),
    ...bound("exclusiveMinimum", Math.max, left, right),
    ...bound("maximum", Math.min, left, right),
    ...bound("exclusiveMaximum", Math.min, left, right),
    multiplesOf: [...new Set([...left.multiplesOf, ...right.multiplesOf])],
  };
}

function bound<Key extends string>(
  key: Key,
  choose: (...values: number[]) => number,
  ...rules: readonly { readonly [K in Key]?: number }[]
): { [K in Key]?: number } {
  const values = rules.map((rule) => rule[key]).filter((value) => value !== undefined);
  return values.length === 0 ? {} : ({ [key]: choose(...values) } as { [K in Key]?: number });
}
