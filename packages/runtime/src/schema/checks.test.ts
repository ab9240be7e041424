// The checks that are no formats, against ajv, and the words of each check.
import { Ajv } from "ajv";
import fc from "fast-check";
import { expect, it } from "vitest";
import * as z from "zod/mini";
import {
  dateTime,
  integer,
  maxCharacters,
  minCharacters,
  multipleOf,
  uniqueItems,
} from "./checks.ts";

const ajv = new Ajv();

const texts = fc.string({
  unit: fc.constantFrom("a", "é", "😀", "\ud83d", "\ude00"),
  maxLength: 6,
});

it("counts characters as ajv does, also those outside the basic plane and halves of them", () => {
  for (const count of [0, 1, 2, 3]) {
    const longEnough = ajv.compile({ type: "string", minLength: count });
    const shortEnough = ajv.compile({ type: "string", maxLength: count });
    const min = z.string().check(minCharacters(count));
    const max = z.string().check(maxCharacters(count));
    fc.assert(
      fc.property(texts, (text) => {
        expect(min.safeParse(text).success).toBe(longEnough(text));
        expect(max.safeParse(text).success).toBe(shortEnough(text));
      }),
    );
  }
});

it("takes whole numbers of any size for integers", () => {
  const schema = z.number().check(integer());
  for (const value of [0, -0, 1.0, 2 ** 53, 2 ** 60, 1e300]) {
    expect(schema.safeParse(value).success).toBe(true);
  }
  for (const value of [0.5, 1e-9, "1"]) expect(schema.safeParse(value).success).toBe(false);
});

it.each([
  [0.3, 0.1, true],
  [19.99, 0.01, true],
  [1e-7, 1e-8, true],
  [0.35, 0.1, false],
  [7, 3.5, true],
  [0, 0.1, true],
  [-0.3, 0.1, true],
  [1e300, 7, false],
  [1.5e300, 1e299, true],
  [5e-324, 5e-324, true],
])("%d is a multiple of %d: %s", (value, divisor, want) => {
  expect(z.number().check(multipleOf(divisor)).safeParse(value).success).toBe(want);
});

it("sees the same item twice as ajv does", () => {
  const validate = ajv.compile({ type: "array", uniqueItems: true });
  const schema = uniqueItems(z.array(z.unknown()));
  const item = fc.oneof(
    fc.constantFrom(1, -0, 0, "1", "0", null, false, true, "", [], {}),
    fc.array(fc.constantFrom("a", 1, ["a", 1]), { maxLength: 2 }),
    fc.dictionary(fc.constantFrom("a", "b", ""), fc.constantFrom(1, [1], [["a", 1]], {}), {
      maxKeys: 2,
      noNullPrototype: true,
    }),
    fc.constant([["a", 1]]),
  );
  fc.assert(
    fc.property(fc.array(item, { maxLength: 4 }), (items) => {
      expect(schema.safeParse(items).success).toBe(validate(items));
    }),
    { numRuns: 2000 },
  );
});

it("compares items by fields that the schema does not declare, too", () => {
  const schema = uniqueItems(z.array(z.object({ id: z.number() })));
  expect(
    schema.safeParse([
      { id: 1, tag: "a" },
      { id: 1, tag: "b" },
    ]).success,
  ).toBe(true);
  expect(
    schema.safeParse([
      { id: 1, tag: "a" },
      { tag: "a", id: 1 },
    ]).success,
  ).toBe(false);
});

it("says what is wrong", () => {
  const messageOf = (schema: z.ZodMiniType, value: unknown) =>
    schema.safeParse(value).error?.issues[0]?.message;
  expect(messageOf(z.number().check(integer()), 1.5)).toBe("must be an integer");
  expect(messageOf(z.string().check(minCharacters(1)), "")).toBe("must have at least 1 character");
  expect(messageOf(z.string().check(dateTime()), "now")).toBe(
    "must be a date and time with an offset (RFC 3339)",
  );
  expect(messageOf(uniqueItems(z.array(z.string())), ["a", "a"])).toBe(
    "must not have the same item twice",
  );
});
