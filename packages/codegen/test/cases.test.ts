// Whole documents: what is generated is what is expected, compiles, and is what the formatter would write.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { parse, stringify } from "yaml";
import { check, generate, writeFiles } from "../src/index.ts";
import { inFolder, place, runBiome, runCompiler } from "./run-tools.ts";

const folder = fileURLToPath(new URL("cases", import.meta.url));
const root = fileURLToPath(new URL("../../..", import.meta.url));
const names = readdirSync(folder).sort();

describe.each(names)("the document of %s", (name) => {
  const cwd = `${folder}/${name}`;
  const options = { input: "asyncapi.yaml", output: "expected", cwd };

  it("gives the expected files", async () => {
    if (process.env.UPDATE_EXPECTED) await writeFiles({ ...(await generate(options)), cwd });
    const { missing, stale, orphaned, diagnostics } = await check(options);
    const errors = diagnostics.filter(({ severity }) => severity === "error");
    expect({ missing, stale, orphaned, errors }).toEqual({
      missing: [],
      stale: [],
      orphaned: [],
      errors: [],
    });
  });

  it("gives the same bytes again, and from shuffled keys", async () => {
    const text = readFileSync(`${cwd}/asyncapi.yaml`, "utf8");
    const first = await generate(options);
    const again = await generate(options);
    expect(again.files).toEqual(first.files);
    expect(await generateText(stringify(reverseKeys(parse(text))))).toEqual(first.files);
  });

  it("compiles under strict settings, with nodenext and with bundler resolution", async () => {
    const { files } = await generate(options);
    inFolder((temporary) => {
      place(temporary, files);
      expect(runCompiler(temporary)).toBe("");
      expect(runCompiler(temporary, { module: "esnext", moduleResolution: "bundler" })).toBe("");
    });
  });

  it("is what Biome would write, without a finding", async () => {
    const { files } = await generate(options);
    inFolder((temporary) => {
      place(temporary, files);
      expect(runBiome(temporary)).toBe("");
    });
  });
});

describe("the contract of this repository", () => {
  it("is what Biome would write, without a finding", async () => {
    const { files } = await generate({ input: "asyncapi/asyncapi.yaml", cwd: root });
    expect(files.length).toBeGreaterThan(0);
    inFolder((temporary) => {
      place(temporary, files);
      expect(runBiome(temporary)).toBe("");
    });
  });
});

async function generateText(text: string) {
  const cwd = await mkdtemp(`${tmpdir()}/lockstep-`);
  try {
    writeFileSync(`${cwd}/asyncapi.yaml`, text);
    const { files } = await generate({ input: "asyncapi.yaml", output: "expected", cwd });
    return files;
  } finally {
    await rm(cwd, { recursive: true, force: true });
  }
}

/** The same document, the keys of every map in the opposite order. */
function reverseKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reverseKeys);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([key, part]) => [key, reverseKeys(part)] as const);
  return Object.fromEntries(entries.reverse());
}
