import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { lines, loadText, readFrom } from "../contract-text.test.helper.ts";
import { loadDocument } from "./load-document.ts";
import { findPart, followPart } from "./resolve-place.ts";

describe("loading from memory", () => {
  it("reads every file that a $ref reaches, each once", async () => {
    const document = await loadText({
      "docs/root.yaml": "a: { $ref: 'one.yaml#/x' }\nb: { $ref: './one.yaml#/y' }\n",
      "docs/one.yaml": "x: { $ref: '../two.json#/z' }\ny: 1\n",
      "two.json": '{ "z": { "$ref": "docs/root.yaml#/b" } }',
    });
    expect(document.diagnostics).toEqual([]);
    expect(document.files).toEqual(["docs/one.yaml", "docs/root.yaml", "two.json"]);
    expect(document.locate("two.json", "/z")).toEqual({
      file: "two.json",
      pointer: "/z",
      line: 1,
      column: 3,
    });
    expect(document.sourceLine("docs/one.yaml", 2)).toBe("y: 1");
  });

  it("tells everything that is wrong at once, and names every file that it asked for", async () => {
    const document = await loadText({
      "root.yaml": [
        "a: { $ref: 'https://example.com/x.yaml' }",
        "b: { $ref: 'missing.yaml#/x' }",
        "c: { $ref: '#/nowhere' }",
        "d: { $ref: '#/d' }",
        "e: { $ref: 'broken.yaml#/x' }",
        "f: { $ref: '/etc/hosts' }",
        "g: { $ref: '#/constructor' }",
      ].join("\n"),
      "broken.yaml": "x: 1\nx: 2\n",
    });
    expect(document.files).toEqual(["broken.yaml", "missing.yaml", "root.yaml"]);
    expect(lines(document.diagnostics)).toEqual([
      'broken.yaml:2:1 error duplicate-key "x": the key is written twice; remove one',
      'root.yaml:1:12 error ref-remote "https://example.com/x.yaml": nothing is read from a network; copy the file here, and refer to it by path or under "remote" in the config',
      'root.yaml:2:12 error ref-unresolved "missing.yaml#/x": the file "missing.yaml" cannot be read; correct the path',
      'root.yaml:3:12 error ref-unresolved "#/nowhere": "root.yaml" has no "/nowhere"; correct the pointer',
      'root.yaml:4:12 error ref-circular "#/d": the reference leads back to itself; refer to a definition',
      'root.yaml:6:12 error ref-malformed "/etc/hosts": not a relative path with a JSON Pointer; write it as "file.yaml#/path/to/part"',
      'root.yaml:7:12 error ref-unresolved "#/constructor": "root.yaml" has no "/constructor"; correct the pointer',
    ]);
  });

  it("follows a pointer through a $ref on its way", async () => {
    const document = await loadText({
      "root.yaml":
        "channels: { a: { $ref: 'a.yaml#/a' } }\nuse: { $ref: '#/channels/a/messages/m' }\n",
      "a.yaml": "a: { messages: { m: {} } }\n",
    });
    expect(document.diagnostics).toEqual([]);
  });

  it("ends on references that would explode", async () => {
    const steps = Array.from({ length: 60 }, (_, i) => `p${i}: { $ref: '#/p${i + 1}/x/x' }`);
    const document = await loadText([...steps, "p60: { x: { $ref: '#/p0' } }"].join("\n"));
    expect(document.diagnostics.length).toBeGreaterThan(0);
  });
});

describe("loading from the disk", () => {
  let cwd = "";
  beforeAll(async () => {
    cwd = await mkdtemp(join(tmpdir(), "lockstep-load-"));
    await mkdir(join(cwd, "folder.yaml"));
    await writeFile(join(cwd, "root.yaml"), "a: { $ref: 'sub/b.yaml' }\n");
    await mkdir(join(cwd, "sub"));
    await writeFile(join(cwd, "sub/b.yaml"), "b: 1\n");
    await writeFile(join(cwd, "latin.yaml"), new Uint8Array([0x61, 0x3a, 0x20, 0xe9]));
  });
  afterAll(() => rm(cwd, { recursive: true }));

  it("names files from the working folder, however the root was named", async () => {
    const { file, files } = await loadDocument(join(cwd, "root.yaml"), { cwd });
    expect({ file, files }).toEqual({ file: "root.yaml", files: ["root.yaml", "sub/b.yaml"] });
  });

  it.each([
    { file: "none.yaml", want: "there is no such file" },
    { file: "folder.yaml", want: "it is a folder" },
    { file: "latin.yaml", want: "it is not UTF-8 text" },
  ])("says of $file that $want", async ({ file, want }) => {
    const { diagnostics } = await loadDocument(file, { cwd });
    expect(lines(diagnostics)).toEqual([
      `${file}:1:1 error file-unreadable "${file}": ${want}; name a YAML or JSON file that exists`,
    ]);
  });
});

describe("a file that stands for a URL", () => {
  const files: Record<string, string> = {
    "root.yaml": "a: { $ref: 'https://example.com/shared.yaml#/a' }\n",
    "vendor/shared.yaml": "a: { $ref: 'more.yaml#/a' }\n",
    "vendor/more.yaml": "a: 5\n",
  };
  const load = (path: string): ReturnType<typeof loadDocument> =>
    loadDocument("root.yaml", {
      cwd: "/nowhere",
      readFile: readFrom(files),
      remote: { "https://example.com/shared.yaml": path },
    });

  it("is read in its place, and is where things are found", async () => {
    const document = await load("vendor/shared.yaml");
    expect(document.diagnostics).toEqual([]);
    expect(document.files).toEqual(["root.yaml", "vendor/more.yaml", "vendor/shared.yaml"]);
    const value = document.sources.get("root.yaml")?.value;
    const part = findPart(document.sources, { file: "root.yaml", pointer: "/a" });
    expect(value).toBeDefined();
    expect(part && followPart(document.sources, part)).toEqual({
      file: "vendor/more.yaml",
      pointer: "/a",
      value: 5,
    });
  });

  it("must be there", async () => {
    const { diagnostics, files: asked } = await load("vendor/missing.yaml");
    expect(asked).toEqual(["root.yaml", "vendor/missing.yaml"]);
    expect(lines(diagnostics)).toEqual([
      'root.yaml:1:12 error ref-unresolved "https://example.com/shared.yaml#/a": the file "vendor/missing.yaml" cannot be read; correct the path',
    ]);
  });
});
