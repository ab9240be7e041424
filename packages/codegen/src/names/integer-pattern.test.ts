import fc from "fast-check";
import { expect, it } from "vitest";
import { integerPattern } from "./integer-pattern.ts";

const matches = (pattern: string, value: number | string): boolean =>
  new RegExp(`^(?:${pattern})$`, "u").test(String(value));

it("holds exactly the integers between its bounds", () => {
  const bound = fc.integer({ min: -3000, max: 3000 });
  fc.assert(
    fc.property(bound, bound, (minimum, maximum) => {
      const pattern = integerPattern(minimum, maximum);
      for (let value = -3100; value <= 3100; value += 1) {
        const isBetween = value >= minimum && value <= maximum;
        if (matches(pattern, value) !== isBetween) return false;
      }
      return true;
    }),
    { numRuns: 60 },
  );
});

it("holds the safe integers where no bounds are given", () => {
  const pattern = integerPattern();
  for (const value of [0, 7, -1, Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER]) {
    expect(matches(pattern, value)).toBe(true);
  }
  for (const text of ["9007199254740992", "-9007199254740992", "-0", "01", "", "1.5"]) {
    expect(matches(pattern, text)).toBe(false);
  }
});
