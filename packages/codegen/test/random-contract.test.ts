// Whatever the lengths of names and the forms of schemas, the output compiles and is what the formatter would write.
import { writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { expect, it } from "vitest";
import { generate } from "../src/index.ts";
import { randomContract } from "./random-contract.ts";
import { inFolder, place, runBiome, runCompiler } from "./run-tools.ts";

const documents = fc.sample(randomContract, { numRuns: 3, seed: 77 });

it.each(documents.map((text, index) => [index, text]))(
  "takes random contract %i",
  async (_, text) => {
    const cwd = await mkdtemp(join(tmpdir(), "lockstep-"));
    writeFileSync(join(cwd, "asyncapi.json"), String(text));
    const { files, diagnostics } = await generate({ input: "asyncapi.json", output: "out", cwd });
    await rm(cwd, { recursive: true });
    expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
    inFolder((folder) => {
      place(folder, files);
      expect(runBiome(folder)).toBe("");
      expect(runCompiler(folder)).toBe("");
    });
  },
);
