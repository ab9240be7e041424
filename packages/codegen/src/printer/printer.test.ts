import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareModules, compareNames } from "./compare-names.ts";
import { typeSymbol, valueSymbol } from "./doc.ts";
import { docComment } from "./doc-comment.ts";
import { objectLiteral } from "./expression.ts";
import { literal, propertyKey, stringLiteral } from "./literal.ts";
import { printModule } from "./module.ts";
import { renderDoc } from "./render-doc.ts";

const nameOf = ({ name }: { readonly name: string }): string => name;

describe("a literal", () => {
  it("is read back as the same text, and holds nothing that could end it", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: "binary" }), hostile), (text) => {
        const source = stringLiteral(text);
        expect(new Function(`return ${source}`)()).toBe(text);
        expect(source).not.toMatch(/[\n\r\u2028\u2029]|<\/|<!|\$\{/);
      }),
    );
  });

  it.each([
    ['a"b', "'a\"b'"],
    ["it's", '"it\'s"'],
    ["a\"b'c", '"a\\"b\'c"'],
    ["</script>", '"\\u003c/script>"'],
    ["\ud800", '"\\ud800"'],
    ["a\u202eb", '"a\\u202eb"'],
  ])("of %j is %s", (text, source) => {
    expect(stringLiteral(text)).toBe(source);
  });

  it.each([
    ["offer", "offer"],
    ["日本", "日本"],
    ["1", '"1"'],
    ["a-b", '"a-b"'],
    ["", '""'],
  ])("quotes the key %s as %s", (key, source) => {
    expect(propertyKey(key)).toBe(source);
  });

  it("of an object has one key a line", () => {
    const doc = objectLiteral([["a", literal([1, "x"])]]);
    expect(renderDoc(doc, { nameOf })).toBe('{\n  a: [1, "x"],\n}');
  });
});

const hostile = fc.constantFrom(
  "*/",
  "/*",
  "//",
  "`",
  ["$", "{x}"].join(""),
  "\u2028",
  "</script>",
  "<!--",
  "\\",
  "\0",
  "\ud800",
  "@ts-ignore",
  "biome-ignore lint: x",
  "//# sourceMappingURL=x",
);

/** The examples of a comment, as a reader would parse them. */
function readExamples(source: string): readonly unknown[] {
  const lines = source.replace(/^\/\*\* ?| \*\/$/g, "").split("\n");
  const text = lines.map((line) => line.replace(/^ \* ?/, "")).join("\n");
  return text
    .split(/(?:^|\n)@example/)
    .slice(1)
    .map((json) => JSON.parse(json));
}

describe("an example", () => {
  it("is the same JSON when it is read back, whatever is in it, and ends no comment", () => {
    const text = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.array(
        fc.oneof(hostile, fc.constantFrom("/", "*", "@", " @x", "{@link y}", "\b", "iome-ignore")),
      ),
    );
    const value = text.map((part) => (typeof part === "string" ? part : part.join("")));
    fc.assert(
      fc.property(fc.oneof(value, fc.dictionary(value, value)), (example) => {
        const source = renderDoc(docComment({ examples: [example] }) ?? "", { nameOf });
        expect(readExamples(source)).toEqual(source === "" ? [] : [example]);
        expect(source.replace("@example", "")).not.toMatch(
          /\*\/.|biome-ignore|[#@]\s*sourceMapping|[\s{]@|@ts-|[\r\u2028\u2029\ud800]/su,
        );
      }),
      { numRuns: 500 },
    );
  });

  it("stands on lines of its own where it is wide, and is left out where it is too long", () => {
    const wide = { id: "x".repeat(60), name: "y".repeat(60) };
    const long = Array.from({ length: 80 }, (_, index) => index);
    const doc = docComment({ text: "Said.", examples: [wide, long, "z".repeat(100), 1] });
    expect(renderDoc(doc ?? "", { nameOf }).split("\n")).toEqual([
      "/**",
      " * Said.",
      " *",
      " * @example",
      " * {",
      ` *   "id": "${"x".repeat(60)}",`,
      ` *   "name": "${"y".repeat(60)}"`,
      " * }",
      " * @example 1",
      " */",
    ]);
  });

  it("is one of three at most", () => {
    const source = renderDoc(docComment({ examples: [1, 2, 3, 4] }) ?? "", { nameOf });
    expect(readExamples(source)).toEqual([1, 2, 3]);
  });
});

describe("a doc comment", () => {
  it("ends where it is meant to end", () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.string({ unit: "grapheme" }), hostile)), (parts) => {
        const text = parts.join("");
        const doc = docComment({ text, tags: [["@deprecated", text]] });
        const source = renderDoc(doc ?? "", { nameOf });
        expect(source.indexOf("*/")).toBe(source.length - 2);
        expect(source).not.toMatch(/biome-ignore|[#@]\s*sourceMapping|\r|\u2028|\u2029/);
      }),
    );
  });

  it("lets no line begin with a tag of the document's", () => {
    const doc = docComment({ text: "Text.\n@deprecated really\n{@link x}", tags: [["@see", "y"]] });
    expect(renderDoc(doc ?? "", { nameOf })).toBe(
      "/**\n * Text.\n * \\@deprecated really\n * {\\@link x}\n *\n * @see y\n */",
    );
  });
});

describe("imports", () => {
  it("are sorted as Biome sorts them", () => {
    const names = ["Zed", "alpha10", "alpha9", "Alpha", "beta", "Beta"];
    expect([...names].sort(compareNames)).toEqual([
      "Alpha",
      "alpha9",
      "alpha10",
      "Beta",
      "beta",
      "Zed",
    ]);
    const modules = ["./b.js", "../a.js", "zod/mini", "@x/a-b", "@x/a/b", "./b-2.js"];
    expect([...modules].sort(compareModules)).toEqual([
      "@x/a/b",
      "@x/a-b",
      "zod/mini",
      "../a.js",
      "./b.js",
      "./b-2.js",
    ]);
  });

  it("follow from what is printed, renamed where a name is taken", () => {
    const body = [
      [
        "a(",
        valueSymbol("b", "m"),
        typeSymbol("T", "m"),
        typeSymbol("a", "n"),
        typeSymbol("Map", "o"),
        ");",
      ],
    ];
    expect(printModule({ header: ["x"], body, declares: ["a"] })).toBe(
      '// x\n\nimport { b, type T } from "m";\nimport type { a as a_ } from "n";\nimport type { Map as Map_ } from "o";\n\na(bTa_Map_);\n',
    );
  });
});
