import { describe, expect, it } from "vitest";
import { lines } from "../contract-text.test.helper.ts";
import { parseSourceFile } from "./source-file.ts";

const readValue = (text: string): unknown => parseSourceFile("a.yaml", text).value;
const findingsOf = (text: string): string[] => lines(parseSourceFile("a.yaml", text).diagnostics);

describe("the value of a file", () => {
  it.each([
    { title: "a date is text", text: "a: 2027-06-30", want: { a: "2027-06-30" } },
    { title: "yes is text", text: "a: yes", want: { a: "yes" } },
    { title: "keys are text", text: "200: ok\ntrue: yes\n", want: { 200: "ok", true: "yes" } },
    { title: "an alias is copied", text: "a: &x [1]\nb: *x\n", want: { a: [1], b: [1] } },
    { title: "JSON with tabs", text: '{\n\t"a": [1, null]\n}', want: { a: [1, null] } },
    { title: "a byte order mark", text: "\uFEFFa: 1", want: { a: 1 } },
  ])("$title", ({ text, want }) => {
    expect(readValue(text)).toEqual(want);
  });

  it("holds __proto__ as a key like any other", () => {
    const value = readValue("__proto__: { polluted: true }") as object;
    expect(Object.keys(value)).toEqual(["__proto__"]);
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
    expect("polluted" in {}).toBe(false);
  });
});

describe("what cannot be read", () => {
  it.each([
    {
      title: "a key written twice",
      text: "a: 1\nb: 2\na: 3\n",
      want: ['a.yaml:3:1 error duplicate-key "a": the key is written twice; remove one'],
    },
    {
      title: "a tag of its own",
      text: "a: !!js/function 'x'",
      want: [
        'a.yaml:1:4 error yaml-unsupported "!!js/function": tags carry no data here; remove it',
      ],
    },
    {
      title: "an alias inside its anchor",
      text: "a: &x\n  b: *x\n",
      want: [
        'a.yaml:2:6 error yaml-unsupported "*x": the alias stands inside its own anchor; use a $ref',
      ],
    },
    {
      title: "a number that is none",
      text: "a: .inf",
      want: [
        'a.yaml:1:4 error yaml-unsupported ".inf": not a number of JSON; write a finite number, or put text in quotes',
      ],
    },
    {
      title: "a text that reads as a number",
      text: "id: 22e46698",
      want: [
        'a.yaml:1:5 error yaml-unsupported "22e46698": not a number of JSON; write a finite number, or put text in quotes',
      ],
    },
    {
      title: "a merge of what is no map",
      text: "a: &a 1\nb: { <<: *a }\nc: { <<: [*b, 2] }\nb2: &b { d: 1 }\n",
      want: [
        'a.yaml:2:10 error yaml-unsupported "<<": takes in maps alone; name one by its alias',
        'a.yaml:3:11 error yaml-unsupported "*b": the alias has no anchor; use a $ref',
      ],
    },
    {
      title: "a merge of the map that it stands in",
      text: "a: &a\n  <<: *a\n",
      want: [
        'a.yaml:2:7 error yaml-unsupported "*a": the alias stands inside its own anchor; use a $ref',
      ],
    },
    {
      title: "a merge of the list that it stands in",
      text: "x: &a\n  - <<: *a\n",
      want: [
        'a.yaml:2:9 error yaml-unsupported "*a": the alias stands inside its own anchor; use a $ref',
      ],
    },
    {
      title: "merges that copy each other",
      text: [
        "a0: &a0 [{ k: 1 }]",
        ...[1, 2, 3, 4, 5, 6, 7, 8, 9].map(
          (i) => `a${i}: &a${i} [${"{ <<: *a".concat(String(i - 1), " }, ").repeat(10)}]`,
        ),
      ].join("\n"),
      want: [
        'a.yaml:6:16 error yaml-unsupported "*a4": aliases copy over 100000 values; use a $ref',
      ],
    },
    {
      title: "two merges in one map",
      text: "a: &a { x: 1 }\nb: &b { y: 1 }\nc:\n  <<: *a\n  <<: *b\n",
      want: [
        'a.yaml:5:3 error duplicate-key "<<": the key is written twice; write them as one: "<<: [*x, *y]"',
      ],
    },
    {
      title: "a map as a key",
      text: "? { a: 1 }\n: 2\n",
      want: [
        "a.yaml:1:3 error yaml-unsupported key: a map, a list or an alias is not a key; write it as text",
      ],
    },
    {
      title: "two documents",
      text: "a: 1\n---\nb: 2\n",
      want: [
        "a.yaml:2:1 error yaml-syntax yaml: the file holds more than one document; keep one document in one file",
      ],
    },
    {
      title: "a quote that is not closed",
      text: "a: \"b\nc: 'd'\n",
      want: [
        'a.yaml:3:1 error yaml-syntax yaml: a text that begins with " does not end; add the other "',
      ],
    },
    {
      title: "a line too far to the right",
      text: "a: b\n  c: d\n",
      want: [
        'a.yaml:1:4 error yaml-syntax yaml: nested mappings are not allowed in compact mappings; indent the next line as its neighbours are, or put a text that holds ": " in quotes',
      ],
    },
    {
      title: "a key without its colon",
      text: "a: 1\nb\n  c: 2\n",
      want: [
        'a.yaml:2:1 error yaml-syntax yaml: implicit keys need to be on a single line; end the key with ": " on its own line',
      ],
    },
    {
      title: "a tab",
      text: "a:\n\tb: 1\n",
      want: [
        "a.yaml:2:1 error yaml-syntax yaml: tabs are not allowed as indentation; indent by spaces",
      ],
    },
    {
      title: "twenty thousand lists in each other",
      text: `a: ${"[".repeat(20_000)}`,
      want: [
        "a.yaml:1:503 error yaml-unsupported document: nested deeper than 500 levels; flatten it",
      ],
    },
    {
      title: "twenty thousand entries in each other",
      text: `${"- ".repeat(20_000)}a`,
      want: [
        "a.yaml:1:1001 error yaml-unsupported document: nested deeper than 500 levels; flatten it",
      ],
    },
    {
      title: "six hundred lists in each other",
      text: `${"[".repeat(600)}${"]".repeat(600)}`,
      want: [
        "a.yaml:1:501 error yaml-unsupported document: nested deeper than 500 levels; flatten it",
      ],
    },
  ])("$title", ({ text, want }) => {
    expect(findingsOf(text)).toEqual(want);
    expect(readValue(text)).toBeUndefined();
  });

  it("is told all at once", () => {
    expect(findingsOf("a: 1\na: 2\nb: !x 1\n")).toHaveLength(2);
  });

  it("includes an alias bomb", () => {
    const levels = ["a", "b", "c", "d", "e", "f", "g"];
    const text = levels
      .map(
        (name, i) =>
          `${name}: &${name} [${Array(10)
            .fill(i === 0 ? "1" : `*${levels[i - 1]}`)
            .join(", ")}]`,
      )
      .join("\n");
    expect(findingsOf(text)).toEqual([
      'a.yaml:5:36 error yaml-unsupported "*d": aliases copy over 100000 values; use a $ref',
    ]);
  });
});

describe("the key <<", () => {
  it.each([
    {
      title: "takes in a map",
      text: "a: &a { x: 1, y: 1 }\nb: { <<: *a, y: 2 }",
      want: { x: 1, y: 2 },
    },
    {
      title: "takes in several, the first of which wins",
      text: "a: &a { x: 1, y: 1 }\nc: &c { x: 3, z: 3 }\nb: { y: 2, <<: [*a, *c] }",
      want: { x: 1, y: 2, z: 3 },
    },
    {
      title: "takes in what a map took in",
      text: "a: &a { x: 1 }\nc: &c { <<: *a, z: 3 }\nb: { <<: *c }",
      want: { x: 1, z: 3 },
    },
    { title: "needs no alias", text: "b: { <<: { x: 1 }, y: 2 }", want: { x: 1, y: 2 } },
    {
      title: "is one like any other in quotes",
      text: "b: { '<<': { x: 1 } }",
      want: { "<<": { x: 1 } },
    },
  ])("$title", ({ text, want }) => {
    expect(readValue(text)).toMatchObject({ b: want });
  });

  it("is warned of where a key stands before it that it has too, which wins here and not everywhere", () => {
    const text = "a: &a { x: 1, y: 1 }\nb:\n  x: 2\n  z: 2\n  <<: [{ x: 3 }, *a]\n  y: 2\nc: *a\n";
    expect(readValue(text)).toMatchObject({ b: { x: 2, y: 2, z: 2 } });
    expect(findingsOf(text)).toEqual([
      'a.yaml:3:3 warning merge-order "x": stands before a "<<" that has it too, and other readers let that one win; write the "<<" first',
    ]);
  });

  it("leaves parts where they are written", () => {
    const { locate } = parseSourceFile("a.yaml", "a: &a\n  x: 1\nb:\n  <<: [*a]\n  y: 2\n");
    expect(locate("/b/x")).toMatchObject({ line: 2, column: 6 });
    expect(locate("/b/y")).toMatchObject({ line: 5, column: 6 });
    expect(locate("/b/z")).toMatchObject({ line: 3, column: 1 });
  });
});

describe("a file that is read again", () => {
  it("is read as a whole while there is an anchor in it, and by pieces before and after", () => {
    const states = [
      "a: 1\nb: 1\n",
      "a: &x 1\nb: *x\n",
      "a: &x 2\nb: *x\n",
      "a: &x '\n",
      "a: 3\nb: 3\n",
    ];
    let last: Parameters<typeof parseSourceFile>[2] = {};
    const read = states.map((text) => {
      const file = parseSourceFile("a.yaml", text, last);
      last = file;
      return [file.value, file.isUnusual];
    });
    expect(read).toEqual([
      [{ a: 1, b: 1 }, undefined],
      [{ a: 1, b: 1 }, true],
      [{ a: 2, b: 2 }, true],
      [undefined, false],
      [{ a: 3, b: 3 }, undefined],
    ]);
    const plain = parseSourceFile("a.yaml", "a: 4\n", { isUnusual: true });
    expect(plain.pieces?.value).toEqual({ a: 4 });
  });
});

describe("the place of a part", () => {
  const text = "a:\n  b:\n    - one\n    - c: two\nd: &x\n  e: three\nf: *x\n";
  const { locate } = parseSourceFile("a.yaml", text);

  it.each([
    { pointer: "", want: "1:1" },
    { pointer: "/a", want: "1:1" },
    { pointer: "/a/b", want: "2:3" },
    { pointer: "/a/b/0", want: "3:7" },
    { pointer: "/a/b/1", want: "4:7" },
    { pointer: "/a/b/1/c", want: "4:10" },
    { pointer: "/f/e", want: "6:6" },
    { pointer: "/a/b/7/nowhere", want: "2:3" },
  ])("$pointer is at $want", ({ pointer, want }) => {
    const { line, column } = locate(pointer);
    expect(`${line}:${column}`).toBe(want);
  });
});
