import { mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { compareFiles } from "./compare-files.ts";
import { type GeneratedFile, generatedMark } from "./generated-file.ts";
import { writeFiles } from "./write-files.ts";

let cwd = "";
beforeEach(async () => {
  cwd = await mkdtemp(join(tmpdir(), "lockstep-"));
});
afterEach(() => rm(cwd, { recursive: true, force: true }));

function file(path: string, body = "export {};"): GeneratedFile {
  return { folder: "out", path, text: `${generatedMark}from x.\n\n${body}\n` };
}

function write(...files: readonly GeneratedFile[]) {
  return writeFiles({ files, folders: ["out"], cwd });
}

async function tree(): Promise<readonly string[]> {
  const found = await readdir(join(cwd, "out"), { recursive: true });
  return found.sort();
}

describe("writeFiles", () => {
  it("writes what is new or changed, and nothing else", async () => {
    const first = await write(file("a.ts"), file("b/c.ts"));
    expect(first.written.map(({ path }) => path)).toEqual(["a.ts", "b/c.ts"]);
    const before = await stat(join(cwd, "out/a.ts"));
    const second = await write(file("a.ts"), file("b/c.ts", "export const x = 1;"));
    expect(second.written.map(({ path }) => path)).toEqual(["b/c.ts"]);
    expect((await stat(join(cwd, "out/a.ts"))).mtimeMs).toBe(before.mtimeMs);
    expect(await tree()).toEqual(["a.ts", "b", "b/c.ts"]);
  });

  // cause: a folder inside of another, or one that was spelt in two ways, lost its files to the other as orphans
  it("leaves the files of a folder that lies in another, or that is spelt in two ways", async () => {
    const files = [
      file("a.ts"),
      { ...file("b.ts"), folder: "out/inner" },
      { ...file("c.ts"), folder: "./out/" },
    ];
    const options = { files, folders: ["out", "out/inner", "./out/"], cwd };
    expect((await writeFiles(options)).removed).toEqual([]);
    expect((await writeFiles(options)).removed).toEqual([]);
    expect(await tree()).toEqual(["a.ts", "c.ts", "inner", "inner/b.ts"]);
  });

  it("removes its own files that are no longer wanted, and the folders they leave empty", async () => {
    await write(file("a.ts"), file("b/c/d.ts"), file("e/f.ts"));
    await writeFile(join(cwd, "out/e/mine.ts"), "export {};\n");
    const { removed } = await write(file("a.ts"));
    expect(removed).toEqual([
      { folder: "out", path: "b/c/d.ts" },
      { folder: "out", path: "e/f.ts" },
    ]);
    expect(await tree()).toEqual(["a.ts", "e", "e/mine.ts"]);
  });

  it("overwrites no file of another hand, and then writes nothing at all", async () => {
    await mkdir(join(cwd, "out"));
    await writeFile(join(cwd, "out/a.ts"), "mine\n");
    const { written, diagnostics } = await write(file("a.ts"), file("b.ts"));
    expect(written).toEqual([]);
    expect(diagnostics.map(({ code, message }) => [code, message])).toEqual([
      [
        "foreign-file",
        "out/a.ts: was not written by lockstep, and would be overwritten; move or remove it",
      ],
    ]);
    expect(await tree()).toEqual(["a.ts"]);
    expect(await readFile(join(cwd, "out/a.ts"), "utf8")).toBe("mine\n");
  });

  // cause: the system's refusal named the temporary file, which was gone by then
  it("names the file that was to be written where the disk refuses it", async () => {
    // the name is as long as a name may be, so that the temporary file's is too long
    const path = `${"a".repeat(252)}.ts`;
    const target = join(cwd, "out", path);
    await expect(write(file(path))).rejects.toMatchObject({
      code: "ENAMETOOLONG",
      path: target,
      message: `ENAMETOOLONG: name too long, write '${target}'`,
    });
    expect(await tree()).toEqual([]);
  });

  it("follows no link out of the folder", async () => {
    await mkdir(join(cwd, "out"));
    await mkdir(join(cwd, "elsewhere"));
    await writeFile(join(cwd, "elsewhere/old.ts"), file("old.ts").text);
    await symlink(join(cwd, "elsewhere"), join(cwd, "out/linked"));
    const { diagnostics } = await write(file("linked/a.ts"), file("../escaped.ts"));
    expect(diagnostics.map(({ code, file: at }) => [code, at])).toEqual([
      ["outside-output", "out/linked/a.ts"],
      ["outside-output", "out/../escaped.ts"],
    ]);
    await write();
    expect(await readdir(join(cwd, "elsewhere"))).toEqual(["old.ts"]);
    expect(await readdir(cwd)).toEqual(["elsewhere", "out"]);
  });
});

describe("compareFiles", () => {
  it("names what is missing, stale and orphaned", async () => {
    await write(file("stale.ts"), file("orphaned.ts"), file("same.ts"));
    const files = [file("missing.ts"), file("stale.ts", "export const x = 1;"), file("same.ts")];
    const { missing, stale, orphaned } = await compareFiles({ files, folders: ["out"], cwd });
    expect([missing, stale, orphaned].map((places) => places.map(({ path }) => path))).toEqual([
      ["missing.ts"],
      ["stale.ts"],
      ["orphaned.ts"],
    ]);
  });
});
