import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LineCounter, stringify } from "yaml";
import { parseYaml } from "./parse-yaml.ts";
import { readYaml } from "./read-yaml.ts";
import { yamlToJson } from "./yaml-to-json.ts";

/** What the parser that knows places makes of a text; `undefined` where it finds a fault. */
function readWithPlaces(text: string): { readonly value: unknown } | undefined {
  const parsed = parseYaml(text, new LineCounter());
  if ("tooDeepAt" in parsed || parsed.document.errors.length > 0) return undefined;
  const { value, faults } = yamlToJson(parsed.document);
  return faults.length === 0 ? { value } : undefined;
}

describe("reading without places", () => {
  it.each([
    "a: 1",
    "a: [1, 0x1f, 0o17, +5, -0, 1_000, 0b11, 1e3, .5, 1., 12e03, 0123, 1.5e-7]",
    "a: [true, True, TRUE, tRue, yes, no, on, off, null, Null, ~, , nul]",
    "a: !!str 5",
    "a: 2020-01-01",
    "a: |\n  x\n   y\n\nb: >-\n  x\n  y\n",
    "'a b': \"\\u00e9\\n\"",
    "- a\n- - b\n  - c\n",
    '{ "__proto__": 1, "constructor": 2 }',
    "1: a\n1.0e1: b\ntrue: c\n",
    "a: x # y\n# z\n",
    "\uFEFFa: 1",
    "---\na: 1\n...\n",
    "text",
    "a: b: c",
    "a:\r\n  b: 1\r\n",
    "light/{id}:\n  a: 1\nx/{id}/{b-c}/d: 2\n$a/{b}: [1]\n",
    "channels:\n  light/{id}: # x\n    a: 1\n  rooms.{id}.x: 1\n",
    "a: [1,\n  light/{id}: 2]",
    "a: { light/{id}: 2 }",
    "{ a: 1,\n light/{id}: 2 }",
    "a: 'x\n  light/{id}: 2'",
    "a: |\n  light/{id}: 2\n",
    "a:\n\tb: 1",
  ])("finds in %j what the other parser finds", (text) => {
    const read = readYaml(text);
    if (read !== undefined) expect(read).toEqual(readWithPlaces(text));
  });

  it.each([
    "",
    "a: &x 1\nb: *x",
    "<<: { a: 1 }",
    "? a\n: b",
    "[a]: b",
    "null: a",
    "~: a",
    ": a",
    "a: .inf",
    "a: 1e999",
    "a: !x 1",
    "a: 1\na: 2",
    "%YAML 1.1\n---\na: yes",
    "a: 1\n---\nb: 2",
    `${"[".repeat(501)}`,
  ])("leaves %j to the other parser", (text) => {
    expect(readYaml(text)).toBeUndefined();
  });

  it.each(["light/{id}: 1\n", "a:\n  light/{id}/{b}:\n    c: 1\n", "a/{b}: { c: [d] }\r\n"])(
    "reads %j itself, as an address of AsyncAPI 2 is such a key",
    (text) => expect(readYaml(text)).toEqual(readWithPlaces(text)),
  );

  it.each(["{a}: 1", "a: { b: 1 }: 2", "[a, b]: 1", "{ a,\n b}: 1", "b{c, d}: 1", "- {b}: 1"])(
    "leaves %j to the other parser, as the key may be a collection",
    (text) => expect(readYaml(text)).toBeUndefined(),
  );

  it("finds in any data what the other parser finds", () => {
    const text = fc.string({
      unit: fc.constantFrom(..."ab1 0.:-#'\"[]{}&*!|>%@`,?~\\\n\té😀"),
      maxLength: 12,
    });
    const { value } = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 4 },
        text,
        fc.integer(),
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        fc.constantFrom(true, null),
        fc.array(tie("value")),
        fc.dictionary(text, tie("value")),
      ),
    }));
    fc.assert(
      fc.property(value, fc.constantFrom(20, 80), (data, lineWidth) => {
        for (const written of [stringify(data, { lineWidth }), JSON.stringify(data, null, 1)]) {
          const read = readYaml(written);
          const other = read && readWithPlaces(written);
          if (other !== undefined) expect(read).toEqual(other);
        }
      }),
      { numRuns: 500 },
    );
  });

  it("finds in any text what the other parser finds, or leaves it", () => {
    const line = fc.string({
      unit: fc.constantFrom(..."ab10.:- #'\"[]{}&*!|>%,?~\n", "\na/{b}: ", "  a{b}c:\n", "{b}:"),
      maxLength: 24,
    });
    fc.assert(
      fc.property(line, (text) => {
        const read = readYaml(text);
        const other = read && readWithPlaces(text);
        if (other !== undefined) expect(read).toEqual(other);
      }),
      { numRuns: 3000 },
    );
  });
});
