// Numbers at their bounds, and one step beyond.
import fc from "fast-check";
import { type Conjunction, type Maker, mostOf, type NearMiss, numbersOf } from "./maker.ts";

/** `isInteger` where only whole numbers are wanted. */
export function makeNumber(schemas: Conjunction, isInteger: boolean): Maker {
  const least = Math.max(
    Number.NEGATIVE_INFINITY,
    ...numbersOf(schemas, "minimum"),
    ...numbersOf(schemas, "exclusiveMinimum"),
  );
  const most = Math.min(mostOf(schemas, "maximum"), mostOf(schemas, "exclusiveMaximum"));
  const divisors = numbersOf(schemas, "multipleOf");
  const step = divisors[0] ?? (isInteger ? 1 : 0.5);
  const low = Number.isFinite(least) ? least : Math.min(Number.MIN_SAFE_INTEGER, most);
  const high = Number.isFinite(most) ? most : Math.max(Number.MAX_SAFE_INTEGER, least);
  const onGrid = (value: number) => Math.round(value / step) * step;
  const usual = onGrid(Number.isFinite(most) ? (low + high) / 2 : Math.max(low, 0) + 7);
  const between = isInteger ? [] : [low + 0.25, 0.1, 1e-7, high - 0.25];
  const candidates = [
    ...[usual, low, low + step, high, high - step, 0, 1, -1, step],
    ...[onGrid(low), onGrid(low) + step, onGrid(high), onGrid(high) - step],
    ...between,
  ];
  return {
    // a negative zero is no JSON
    edges: candidates.map((value) => (value === 0 ? 0 : value)),
    misses: missesOf({ least, most, divisors, isInteger, usual }),
    random: isInteger
      ? fc.integer({
          min: Math.ceil(Math.max(low, -(2 ** 31))),
          max: Math.floor(Math.max(low, Math.min(high, 2 ** 31))),
        })
      : fc.double({ min: low, max: high, noNaN: true }).map((value) => (value === 0 ? 0 : value)),
  };
}

interface NumberRules {
  readonly least: number;
  readonly most: number;
  readonly divisors: readonly number[];
  readonly isInteger: boolean;
  readonly usual: number;
}

function missesOf({ least, most, divisors, isInteger, usual }: NumberRules): NearMiss[] {
  const step = divisors[0] ?? 1;
  const beyond: (readonly [number, string])[] = [
    [least - step, `is below the least, ${least}`],
    [least, `is the bound itself, ${least}, which is excluded`],
    [most + step, `is above the most, ${most}`],
    [most, `is the bound itself, ${most}, which is excluded`],
    ...divisors.map((divisor) => [usual + divisor / 2, `is no multiple of ${divisor}`] as const),
  ];
  if (isInteger) beyond.push([usual + 0.5, "is no whole number"]);
  return beyond
    .filter(([value]) => Number.isFinite(value))
    .map(([value, fault]) => ({ value, pointer: "", fault }));
}
