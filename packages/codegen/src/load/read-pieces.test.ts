import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LineCounter, stringify } from "yaml";
import { parsePointer } from "./json-pointer.ts";
import { locateNode } from "./locate-node.ts";
import { locatePiece } from "./locate-piece.ts";
import { parseYaml } from "./parse-yaml.ts";
import { readPieces } from "./read-pieces.ts";
import { readYaml } from "./read-yaml.ts";

const seed = Number(process.env.SEED ?? 20_261_121);

/** Long enough that it is taken apart two levels deep. */
const long = stringify({
  first: "text",
  parts: Object.fromEntries(
    Array.from({ length: 12 }, (_, i) => [
      `part${i}`,
      { words: `word ${i} `.repeat(30), list: [i, { a: [] }], text: "one\ntwo\n", none: null },
    ]),
  ),
  "/last": { a: { b: 1 } },
});

const fixedLines = [
  ...["parts:", "  part1:", "    a: b", "  'q'", "x: |", "# z"],
  ...["  part2: | # x:", "  part2: y # z:", "'q': 1", "# c", "light/{id}:", "  part3: # x:"],
  ...["%YAML 1.2", "  <<: { a: b }", "a: !!str 1"],
];

describe("reading by pieces", () => {
  it("reads again only the piece that changed", () => {
    const before = readPieces(long);
    const after = readPieces(long.replace("word 5", "other 5"), before?.byText);
    const partsOf = (read: typeof before) => read?.value.parts as Record<string, unknown>;
    const [old, fresh] = [partsOf(before), partsOf(after)];
    expect(Object.keys(fresh).filter((key) => fresh[key] !== old[key])).toEqual(["part5"]);
    expect(after?.byText.size).toBe(before?.byText.size);
  });

  it.each([
    ["a quote that goes on", "a: 'x\nb: y'\n"],
    ["brackets that go on", "a: [x,\nb: y]\n"],
    ["a key written twice", "a: 1\nb: 2\na: 3\n"],
    ["a second document", "a: 1\n---\nb: 2\n"],
    ["an end", "a: 1\n...\nb: 2\n"],
    ["an alias", "a: &x 1\nb: *x\n"],
    ["a line break of other parsers", "a: x\u2028b: y\n"],
    ["a lone carriage return", "a: x\rb: y\n"],
    ["no map", "- a\n- b\n"],
    ["a list before a map", "- a\nb: 1\n"],
  ])("leaves %s to who reads the whole", (_, text) => {
    expect(readPieces(text)).toBeUndefined();
  });

  // a comment that ends in a carriage return may be read in one way alone, or n lines are tried in 2^n ways
  it("judges comments of any number, also where lines end in CRLF", () => {
    const comments = "# licence\r\n".repeat(27);
    expect(readPieces(`${comments}'asyncapi': 3.0.0\r\nchannels: {}\r\n`)).toBeUndefined();
    expect(readPieces(`${comments}asyncapi: 3.0.0\r\n`)?.value).toEqual({ asyncapi: "3.0.0" });
    const inner = `parts:\r\n${comments}  'a': ${"x".repeat(2000)}\r\n  b: 1\r\n`;
    expect(readPieces(inner)?.value).toEqual(readYaml(inner)?.value);
  }, 2000);

  // only a key with nothing behind it, but for a comment, has a map of its own below
  it.each([
    ["a block scalar", "a: | # in Markdown:"],
    ["a folded scalar", "a: > # x:"],
    ["a text", "a: x # note:"],
    ["a comment", "a: # note:"],
    ["nothing", "a:"],
  ])("reads what looks like a map behind %s as the whole does", (_, head) => {
    for (const end of ["\n", "\r\n"]) {
      const text = [head, "  b: 1", `  c: ${"x".repeat(2000)}`, "d: 2", ""].join(end);
      expect(readPieces(text)?.value).toEqual(readYaml(text)?.value);
    }
  });

  it("is done soon with a text of many blank lines", () => {
    const blank = "\n".repeat(200_000);
    expect(readPieces(`a: 1\n${blank}b: 2\n`)?.value).toEqual({ a: 1, b: 2 });
  }, 2000);

  it(`finds what is in the whole, at its place, whatever is edited (SEED=${seed})`, () => {
    const line = fc.string({
      unit: fc.constantFrom(..."ab:  -#'\"[]{}|>&*<!%,\t\r\n\uFEFF"),
      maxLength: 8,
    });
    const edit = fc.record({
      at: fc.nat(),
      count: fc.nat({ max: 3 }),
      lines: fc.array(fc.oneof(line, fc.constantFrom(...fixedLines)), { maxLength: 3 }),
    });
    /** What stands behind a key that has a map below it. */
    const tail = fc.record({
      at: fc.nat(),
      text: fc.constantFrom("", "", " # z:", " | # x:", " y # z:", " !!map", " &a"),
    });
    let read = 0;
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 3 }), tail, fc.boolean(), (edits, added, isCrlf) => {
        const lines = long.split("\n");
        const heads = lines.flatMap((line, index) => (line.endsWith(":") ? [index] : []));
        const head = heads[added.at % heads.length] ?? 0;
        lines[head] += added.text;
        for (const { at, count, lines: added } of edits)
          lines.splice(at % lines.length, count, ...added);
        const text = lines.join(isCrlf ? "\r\n" : "\n");
        const pieces = readPieces(text, readPieces(long)?.byText);
        if (pieces === undefined) return;
        read += 1;
        const whole = readYaml(text);
        expect(JSON.stringify(pieces.value)).toBe(JSON.stringify(whole?.value));
        const parsed = parseYaml(text, new LineCounter());
        if ("tooDeepAt" in parsed || parsed.document.errors.length > 0) return;
        for (const pointer of pointersOf(whole?.value).slice(1)) {
          const keys = parsePointer(pointer) ?? [];
          const found = { pointer, offset: locatePiece(pieces.all, keys) };
          expect(found).toEqual({ pointer, offset: locateNode(parsed.document, pointer) });
        }
      }),
      { numRuns: 400, seed },
    );
    expect(read).toBeGreaterThan(40);
  });
});

function pointersOf(value: unknown, pointer = ""): readonly string[] {
  if (typeof value !== "object" || value === null) return [pointer];
  const children = Object.entries(value).flatMap(([key, child]) =>
    pointersOf(child, `${pointer}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`),
  );
  return [pointer, ...children, `${pointer}/nowhere`].filter((one) => one !== "/nowhere");
}
