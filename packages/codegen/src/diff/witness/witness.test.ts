// A payload that one side sends and the other refuses, judged before it is shown.
import { describe, expect, it } from "vitest";
import { verdictsOf } from "../../emit/oracles.test.helper.ts";
import { diffOf, payloadText } from "../diff.test.helper.ts";

const object = (text: string): string =>
  `{ type: object, required: [id], properties: { id: { type: integer }, ${text} } }`;

const pairs: readonly (readonly [
  change: string,
  before: string,
  after: string,
  witness: unknown,
])[] = [
  ["another type", object("a: { type: string }"), object("a: { type: integer }"), { id: 0, a: 0 }],
  [
    "a longer text",
    object("a: { type: string, maxLength: 2 }"),
    object("a: { type: string, maxLength: 3 }"),
    { id: 0, a: "aaa" },
  ],
  [
    "a larger number",
    object("a: { maximum: 5, type: number }"),
    object("a: { maximum: 4, type: number }"),
    { id: 0, a: 5 },
  ],
  ["a number that is not whole", "{ type: integer }", "{ type: number }", 0.5],
  ["another value", object("a: { enum: [x] }"), object("a: { enum: [x, y] }"), { id: 0, a: "y" }],
  [
    "null",
    object("a: { type: string }"),
    object("a: { type: [string, 'null'] }"),
    { id: 0, a: null },
  ],
  [
    "a missing field",
    object("a: true"),
    "{ type: object, required: [id, b], properties: { id: { type: integer }, a: true, b: { type: string } } }",
    { id: 0 },
  ],
  [
    "an item of a list",
    object("a: { type: array, items: { type: string } }"),
    object("a: { type: array, items: { type: [string, boolean] } }"),
    { id: 0, a: [true] },
  ],
  [
    "items that repeat",
    object("a: { type: array, items: { type: string } }"),
    object("a: { type: array, uniqueItems: true, items: { type: string } }"),
    { id: 0, a: ["text", "text"] },
  ],
  [
    "a format",
    object("a: { type: string }"),
    object("a: { type: string, format: uuid }"),
    { id: 0, a: "text" },
  ],
  [
    "another member",
    object(
      "a: { oneOf: [{ type: object, required: [k], properties: { k: { const: x } } }, { type: 'null' }] }",
    ),
    object(
      "a: { oneOf: [{ type: object, required: [k], properties: { k: { const: x } } }, { type: object, required: [k], properties: { k: { const: y } } }, { type: 'null' }] }",
    ),
    { id: 0, a: { k: "y" } },
  ],
];

describe("a witness", () => {
  it.each(pairs)("shows %s", async (_, before, after, witness) => {
    const { changes } = await diffOf(payloadText(before), payloadText(after));
    expect(changes.map((change) => change.witness)).toEqual([witness]);
  });

  it("is left out where none is found", async () => {
    const { changes } = await diffOf(
      payloadText("{ type: string, pattern: '^[a-f]{40}$' }"),
      payloadText("{ type: string, pattern: '^[a-f]{32}$' }"),
    );
    expect(changes).toHaveLength(1);
    expect(changes[0]).not.toHaveProperty("witness");
  });

  it("is about its own finding", async () => {
    const { changes } = await diffOf(
      payloadText(object("a: { type: string }, b: { type: string, pattern: '^[a-f]{40}$' }")),
      payloadText(object("a: { type: integer }, b: { type: string, pattern: '^[a-f]{32}$' }")),
    );
    expect(changes.map(({ rule, witness }) => [rule, witness])).toEqual([
      ["payload-type-changed", { id: 0, a: 0 }],
      ["payload-pattern-changed", undefined],
    ]);
  });

  it("breaks no closed reader by a field that it does not know", async () => {
    const closed =
      "{ type: object, additionalProperties: false, properties: { a: { type: string } } }";
    const open = "{ type: object, properties: { a: { type: string }, b: { type: string } } }";
    const { changes } = await diffOf(payloadText(closed), payloadText(open));
    expect(changes.every(({ breaking, witness }) => !breaking && witness === undefined)).toBe(true);
    expect(verdictsOf({ additionalProperties: false }, {}).tolerant({ b: "x" })).toBe(true);
  });

  // cause: the name was taken for a place in a list, and the whole diff ended with a SyntaxError
  it("shows a field whose name looks like a part of a path", async () => {
    const names = ["a]b", 'a"]b', "[0]", "a.b", "/x/", "*"];
    for (const name of names) {
      const field = (type: string): string =>
        `{ type: object, required: [${JSON.stringify(name)}], properties: { ${JSON.stringify(name)}: { type: ${type} } } }`;
      const { changes } = await diffOf(payloadText(field("string")), payloadText(field("integer")));
      expect(changes.map((change) => JSON.stringify(change.witness))).toEqual([
        `{${JSON.stringify(name)}:0}`,
      ]);
    }
  });

  // cause: a list of a hundred lists of a hundred lists is one list in memory, and was written out to measure it
  it("of lists inside of lists takes no time where it would be too long", async () => {
    const nested = (type: string): string =>
      `{ type: array, items: ${"{ type: array, minItems: 100, items: ".repeat(12)}{ type: ${type} }${" }".repeat(12)} }`;
    const { changes } = await diffOf(payloadText(nested("string")), payloadText(nested("integer")));
    expect(changes.map(({ rule, witness }) => [rule, witness])).toEqual([
      ["payload-type-changed", undefined],
    ]);
  });
});
