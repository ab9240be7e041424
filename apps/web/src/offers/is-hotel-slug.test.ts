// Hotel slugs from the address bar.
import { expect, it } from "vitest";
import { isHotelSlug } from "./is-hotel-slug.ts";

it.each([
  ["killarney", true],
  ["hotel-paradise", true],
  ["Killarney", false],
  ["hotel--paradise", false],
  ["a_b", false],
  ["", false],
  ["x".repeat(200), false],
])("judges %s", (text, expected) => {
  expect(isHotelSlug(text)).toBe(expected);
});
