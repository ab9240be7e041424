// The two readings of one schema.
import { describe, expect, it } from "vitest";
import * as z from "zod/mini";
import type { Schema } from "../schema-interface.ts";
import { integer, uniqueItems } from "./checks.ts";
import { ownFields } from "./own-fields.ts";
import { readStrictly } from "./read-strictly.ts";
import { readTolerantly } from "./read-tolerantly.ts";

function faults(result: ReturnType<typeof readStrictly>): readonly string[] {
  if (result.success) return [];
  return result.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
}

const undeclared = "is not declared by the contract";

const offer = z.object({ id: z.number().check(integer()), title: z.optional(z.string()) });
const closed = z.strictObject({ id: z.number() });
const open = z.looseObject({ id: z.number() });
const dictionary = z.catchall(z.object({ id: z.number() }), z.string());

interface Node {
  readonly name: string;
  readonly children?: readonly Node[] | undefined;
}
const node: z.ZodMiniType<Node> = z.object({
  name: z.string(),
  get children() {
    return z.optional(z.array(node));
  },
}) as never;
const closedNode = z.strictObject({
  name: z.string(),
  get children(): z.ZodMiniOptional<z.ZodMiniArray<typeof closedNode>> {
    return z.optional(z.array(closedNode));
  },
});
const lazyNode: z.ZodMiniType<Node> = z.lazy(() =>
  z.strictObject({ name: z.string(), children: z.optional(z.array(lazyNode)) }),
) as never;

describe("the strict reading", () => {
  it.each<[string, z.ZodMiniType, unknown, readonly string[]]>([
    ["takes declared fields", offer, { id: 1, title: "a" }, []],
    [
      "refuses an undeclared field where nothing is said",
      offer,
      { id: 1, cost: 2 },
      [`cost: ${undeclared}`],
    ],
    [
      "takes an undeclared field that is undefined for absent",
      offer,
      { id: 1, cost: undefined },
      [],
    ],
    ["takes a declared field that is undefined for absent", offer, { id: 1, title: undefined }, []],
    ["lets fields through where they are allowed in words", open, { id: 1, cost: 2 }, []],
    [
      "judges fields that additionalProperties describes",
      dictionary,
      { id: 1, cost: 2 },
      ["cost: must be a string"],
    ],
    ["takes fields that additionalProperties describes", dictionary, { id: 1, cost: "2" }, []],
    [
      "refuses an undeclared field of a closed object",
      closed,
      { id: 1, cost: 2 },
      [': must not have the undeclared field "cost"'],
    ],
    [
      "looks into lists",
      z.array(offer),
      [{ id: 1 }, { id: 2, cost: 1 }],
      [`1.cost: ${undeclared}`],
    ],
    [
      "looks into tuples and their rest",
      z.tuple([offer], closed),
      [{ id: 1, a: 1 }, { id: 1 }],
      [`0.a: ${undeclared}`],
    ],
    [
      "looks through uniqueItems",
      uniqueItems(z.array(offer)),
      [{ id: 1, a: 1 }],
      [`0.a: ${undeclared}`],
    ],
    [
      "looks through nullable and optional",
      z.object({ a: z.optional(z.nullable(offer)) }),
      { a: { id: 1, b: 1 } },
      [`a.b: ${undeclared}`],
    ],
    [
      "looks into maps",
      z.record(z.string(), offer),
      { x: { id: 1, y: 1 } },
      [`x.y: ${undeclared}`],
    ],
    [
      "looks into recursion by getters",
      node,
      { name: "a", children: [{ name: "b", age: 1 }] },
      [`children.0.age: ${undeclared}`],
    ],
    [
      "lets anything be in what is unknown",
      z.object({ any: z.unknown() }),
      { any: { a: { b: 1 } } },
      [],
    ],
    [
      "looks into the alternative that a field names",
      z.discriminatedUnion("kind", [z.object({ kind: z.literal("a"), a: offer })]),
      { kind: "a", a: { id: 1, x: 1 } },
      [`a.x: ${undeclared}`],
    ],
    [
      "counts a field that any matching alternative declares",
      z.union([z.object({ a: z.number() }), z.object({ b: z.number() })]),
      { a: 1, b: 2 },
      [],
    ],
    [
      "does not count what an alternative that does not match declares",
      z.union([z.object({ a: z.number() }), z.object({ b: z.number() })]),
      { a: 1, b: "2" },
      [`b: ${undeclared}`],
    ],
    [
      "joins what two alternatives say of one field",
      z.union([
        z.object({ x: z.object({ a: z.number() }) }),
        z.object({ x: z.object({ b: z.number() }) }),
      ]),
      { x: { a: 1, b: 1, c: 1 } },
      [`x.c: ${undeclared}`],
    ],
    [
      "joins the parts of an intersection",
      z.intersection(offer, z.object({ cost: z.number() })),
      { id: 1, cost: 2, tax: 3 },
      [`tax: ${undeclared}`],
    ],
    [
      "does not take inherited names for declared",
      offer,
      JSON.parse('{"id":1,"constructor":1,"__proto__":1}'),
      [`constructor: ${undeclared}`, `__proto__: ${undeclared}`],
    ],
    [
      "looks through ownFields",
      ownFields(z.object({ constructor: z.optional(z.string()) })),
      { constructor: "a", toString: 1 },
      [`toString: ${undeclared}`],
    ],
    [
      "reports every fault of what does not match",
      offer,
      { id: "1", title: 2 },
      ["id: must be a number", "title: must be a string"],
    ],
    ["calls a missing field missing", offer, {}, ["id: is missing"]],
    ["takes null for a value, not for absence", offer, { id: null }, ["id: must be a number"]],
  ])("%s", (_, schema, value, want) => {
    expect(faults(readStrictly(schema as unknown as Schema<unknown>, value))).toEqual(want);
  });
});

const checked = closed.check(z.refine((value) => Object.keys(value).length <= 2, "has too much"));
const notTagged = z
  .object({ id: z.number() })
  .check(
    z.refine(
      (value) => !z.strictObject({ id: z.literal(1) }).safeParse(value).success,
      "matches not",
    ),
  );

const tagged = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("a"), a: z.number() }),
  z.strictObject({ kind: z.literal("b"), b: z.number() }),
]);

describe("the tolerant reading", () => {
  it.each<[string, z.ZodMiniType, unknown, readonly string[]]>([
    ["lets unknown fields pass", offer, { id: 1, cost: 2 }, []],
    ["lets unknown fields of a closed object pass", closed, { id: 1, cost: 2 }, []],
    ["still judges declared fields", closed, { id: "1", cost: 2 }, ["id: must be a number"]],
    [
      "lets them pass in lists, tuples, maps and alternatives",
      z.object({
        a: z.array(closed),
        t: z.tuple([closed]),
        m: z.record(z.string(), closed),
        u: z.union([z.string(), closed]),
      }),
      { a: [{ id: 1, x: 1 }], t: [{ id: 1, x: 1 }], m: { k: { id: 1, x: 1 } }, u: { id: 1, x: 1 } },
      [],
    ],
    [
      "lets them pass under uniqueItems, nullable and intersections",
      z.object({
        l: uniqueItems(z.array(closed)),
        n: z.nullable(closed),
        i: z.intersection(closed, z.strictObject({ b: z.number() })),
      }),
      { l: [{ id: 1, x: 1 }], n: { id: 1, x: 1 }, i: { id: 1, b: 1, x: 1 } },
      [],
    ],
    [
      "lets them pass in recursion by getters",
      closedNode,
      { name: "a", x: 1, children: [{ name: "b", x: 1 }] },
      [],
    ],
    [
      "lets them pass in recursion by lazy",
      lazyNode,
      { name: "a", x: 1, children: [{ name: "b", x: 1 }] },
      [],
    ],
    [
      "lets them pass under ownFields",
      ownFields(z.strictObject({ constructor: z.optional(z.string()) })),
      { x: 1 },
      [],
    ],
    [
      "judges recursion to its end",
      lazyNode,
      { name: "a", x: 1, children: [{ name: 1 }] },
      ["children.0.name: must be a string"],
    ],
    [
      "still runs the checks of an opened object",
      checked,
      { id: 1, a: 1, b: 2 },
      [": has too much"],
    ],
    ["keeps what stands in a check exact", notTagged, { id: 1, more: 1 }, [": matches not"]],
    [
      "takes the first match of a oneOf",
      z.xor([closed, z.strictObject({ id: z.number(), b: z.number() })]),
      { id: 1, b: 1, c: 1 },
      [],
    ],
    ["opens the alternative that a field names", tagged, { kind: "b", b: 1, x: 1 }, []],
    [
      "judges only the alternative that a field names",
      tagged,
      { kind: "b", b: "1", x: 1 },
      ["b: must be a number"],
    ],
    [
      "refuses a name of no alternative",
      tagged,
      { kind: "c" },
      ["kind: must match one of the alternatives"],
    ],
    [
      "refuses what no alternative matches",
      z.xor([closed, z.string()]),
      1,
      [": must match one of the alternatives"],
    ],
    ["refuses another type", closed, [], [": must be an object"]],
  ])("%s", (_, schema, value, want) => {
    expect(faults(readTolerantly(schema as unknown as Schema<unknown>, value))).toEqual(want);
  });

  it("answers the value itself", () => {
    const value = { id: 1, cost: 2 };
    const result = readTolerantly(closed as unknown as Schema<unknown>, value);
    expect(result.success && result.data).toBe(value);
  });

  it("takes an exact match of one alternative before an opened one", () => {
    const schema = z.union([closed, z.strictObject({ id: z.number(), b: z.number() })]);
    expect(readTolerantly(schema as unknown as Schema<unknown>, { id: 1, b: 1 }).success).toBe(
      true,
    );
  });
});
