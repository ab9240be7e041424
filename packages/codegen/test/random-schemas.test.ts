// Whatever the keywords, the types agree with the schemas, and the output is what the formatter would write.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { expect, it } from "vitest";
import { type Case, randomCase } from "../src/emit/random-schema.test.helper.ts";
import { generate } from "../src/index.ts";
import { inFolder, place, runBiome, runCompiler } from "./run-tools.ts";

const cases = fc.sample(randomCase, { numRuns: 80, seed: Number(process.env.SEED ?? 20_261_121) });

it("compiles and keeps its format for schemas of every keyword", async () => {
  const { files } = await generateCases(cases);
  expect(files.length).toBeGreaterThan(cases.length / 2);
  inFolder((folder) => {
    place(folder, files);
    expect(runCompiler(folder)).toBe("");
    expect(runBiome(folder)).toBe("");
  });
});

/** One message for each case; those that nothing can match are refused, by the model or by the plan, and left out. */
async function generateCases(list: readonly Case[]) {
  const cwd = mkdtempSync(join(tmpdir(), "lockstep-"));
  const without: number[] = [];
  try {
    for (;;) {
      writeFileSync(join(cwd, "asyncapi.json"), writeDocument(list, without));
      const result = await generate({ input: "asyncapi.json", output: "out", cwd });
      const refused = result.diagnostics.filter(({ severity }) => severity === "error");
      if (refused.length === 0) return result;
      for (const { message, pointer } of refused) {
        expect(message).toMatch(/no value (?:matches|fits)/);
        without.push(Number(ofCase.exec(pointer)?.[1]));
      }
      expect(new Set(without).size).toBeLessThan(list.length);
    }
  } finally {
    rmSync(cwd, { recursive: true });
  }
}

/** A message is named by the index of its case, and so are the schemas that it refers to. */
const ofCase = /^\/(?:channels\/all\/messages\/m|components\/schemas\/\w+x)(\d+)/;

function writeDocument(list: readonly Case[], without: readonly number[]): string {
  const kept = list
    .map((one, index) => ({ ...one, index }))
    .filter(({ index }) => !without.includes(index));
  const messages = kept.map(({ schema, index }) => [
    `m${index}`,
    { name: `m-${index}`, payload: referring(schema, index) },
  ]);
  const schemas = kept.flatMap(({ definitions, index }) =>
    Object.entries(definitions).map(([key, one]) => [`${key}x${index}`, referring(one, index)]),
  );
  return JSON.stringify({
    asyncapi: "3.0.0",
    info: { title: "Random", version: "1.0.0" },
    channels: { all: { address: "all", messages: Object.fromEntries(messages) } },
    components: { schemas: Object.fromEntries(schemas) },
  });
}

function referring(schema: unknown, index: number): unknown {
  const text = JSON.stringify(schema);
  return JSON.parse(
    text.replaceAll(/"\$ref":"(\w+)"/g, `"$ref":"#/components/schemas/$1x${index}"`),
  );
}
