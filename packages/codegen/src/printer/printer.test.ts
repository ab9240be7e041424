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
