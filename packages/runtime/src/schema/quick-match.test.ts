// What is told without zod, beside what zod says.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as z from "zod/mini";
import type { ZodNode } from "./_zod-internals.ts";
import { catchall } from "./catchall.ts";
import { date, integer, maxCharacters, uri } from "./checks.ts";
import { createQuickMatch, type Match } from "./quick-match.ts";
import { undeclared } from "./undeclared.ts";

/** With nobody else to ask, so that what is taken is taken by itself. */
function alone(schema: z.ZodMiniType, closed = false): Match {
  return createQuickMatch({ closed, otherwise: () => false })(schema as unknown as ZodNode);
}

const place = z.object({ name: z.string().check(maxCharacters(3)), note: z.nullable(z.string()) });
const plain = z.object({
  id: z.number().check(integer(), z.gte(1)),
  kind: z.enum(["a", "b"]),
  fixed: z.literal("created"),
  day: z.optional(z.string().check(date())),
  photo: z.nullable(z.string().check(uri())),
  isActive: z.boolean(),
  any: z.unknown(),
  places: z.array(place).check(z.minLength(1), z.maxLength(2)),
  closed: z.strictObject({ id: z.number() }),
});

const anything = fc.oneof(fc.jsonValue(), fc.constantFrom(undefined, Number.NaN, -0));
const good = fc.record(
  {
    id: fc.integer({ min: 1, max: 3 }),
    kind: fc.constantFrom("a", "b"),
    fixed: fc.constant("created"),
    day: fc.constant("2026-11-21"),
    photo: fc.constantFrom(null, "https://a.example/b"),
    isActive: fc.boolean(),
    any: fc.jsonValue(),
    places: fc.array(fc.record({ name: fc.string({ maxLength: 3 }), note: fc.constant(null) }), {
      minLength: 1,
      maxLength: 2,
    }),
    closed: fc.constant({ id: 1 }),
  },
  { noNullPrototype: true },
);
/** Values that are nearly good: some of their fields are not. */
const near = fc
  .tuple(
    good,
    fc.record(
      {
        id: fc.oneof(fc.constantFrom(0, 1.5), anything),
        day: fc.oneof(fc.constant("2026-02-30"), anything),
        photo: fc.oneof(fc.constant("b c"), anything),
        kind: anything,
        places: fc.array(fc.record({ name: fc.string({ maxLength: 4 }), note: anything })),
        closed: fc.constant({ id: 1, other: 2 }),
        other: anything,
      },
      { requiredKeys: [] },
    ),
  )
  .map(([fields, others]) => ({ ...fields, ...others }));

describe("of plain schemas", () => {
  it("takes what zod takes, of JSON, and nothing else", () => {
    const match = alone(plain);
    let taken = 0;
    const property = fc.property(fc.oneof(good, near, anything), (value) => {
      const json = value === undefined ? value : JSON.parse(JSON.stringify(value));
      const want = plain.safeParse(json).success;
      if (want) taken++;
      expect(match(json)).toBe(want);
      if (match(value)) expect(plain.safeParse(value).success).toBe(true);
    });
    fc.assert(property, { numRuns: 2000, seed: 20_261_121 });
    expect(taken).toBeGreaterThan(500);
  });

  it("takes no field that an object does not declare, where it is to be closed", () => {
    expect(alone(place, true)({ name: "a", note: null })).toBe(true);
    expect(alone(place, true)({ name: "a", note: null, other: 1 })).toBe(false);
    expect(alone(place)({ name: "a", note: null, other: 1 })).toBe(true);
    expect(alone(z.object({ a: undeclared() }), true)({ a: 1 })).toBe(false);
  });

  it("follows a schema that leads back to itself", () => {
    const node = z.object({
      name: z.string(),
      get children(): z.ZodMiniOptional<z.ZodMiniArray<typeof node>> {
        return z.optional(z.array(node));
      },
    });
    expect(alone(node)({ name: "a", children: [{ name: "b" }] })).toBe(true);
    expect(alone(node)({ name: "a", children: [{ name: 1 }] })).toBe(false);
  });
});

describe("is not sure", () => {
  it.each<[string, z.ZodMiniType, unknown]>([
    ["a format of zod's own", z.email(), "a@b.example"],
    ["a check that changes the value", z.string().check(z.trim()), "a"],
    ["a check of an object", place.check(z.refine(() => true)), { name: "a", note: null }],
    ["a check that answers a promise", z.string().check(z.refine(async () => false)), "a"],
    ["a schema that converts", z.coerce.number(), "1"],
    ["a schema of ours", catchall(z.object({}), z.string()), { a: "b" }],
    ["a union", z.union([z.string(), z.number()]), 1],
    ["a list with holes", z.array(z.unknown()), new Array(2)],
    ["a field that is there, but undefined", z.object({ a: z.unknown() }), { a: undefined }],
    ["an exact optional field", z.object({ a: z.exactOptional(z.string()) }), { a: undefined }],
  ])("of %s", (_, schema, value) => {
    expect(alone(schema)(value)).toBe(false);
  });

  it("and asks of a part, where the rest is plain", () => {
    const schema = z.object({ a: z.union([z.string(), z.number()]), b: z.string() });
    const asked: unknown[] = [];
    const match = createQuickMatch({
      closed: false,
      otherwise: (_, value) => asked.push(value) > 0,
    })(schema as unknown as ZodNode);
    expect(match({ a: 1, b: "2" })).toBe(true);
    expect(asked).toEqual([1]);
  });
});
