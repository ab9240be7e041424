import { expect, it } from "vitest";
import { isMultipleOf } from "./numbers.ts";

it.each([
  { value: 0.3, divisor: 0.1, want: true },
  { value: 19.99, divisor: 0.01, want: true },
  { value: 1234567.89, divisor: 0.01, want: true },
  { value: 0.35, divisor: 0.1, want: false },
  { value: -7.5, divisor: 2.5, want: true },
  { value: 1e300, divisor: 7, want: false },
  { value: 1e21, divisor: 1e-7, want: true },
  { value: 0, divisor: 0.5, want: true },
  { value: 4.5e-7, divisor: 1.5e-7, want: true },
])("$value is a multiple of $divisor: $want", ({ value, divisor, want }) => {
  expect(isMultipleOf(value, divisor)).toBe(want);
});
