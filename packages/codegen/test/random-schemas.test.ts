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

/** One message for each case; those that nothing can match are refused, and left out at the second attempt. */
async function generateCases(list: readonly Case[]) {
  const cwd = mkdtempSync(join(tmpdir(), "lockstep-"));
  try {
    const options = { input: "asyncapi.json", output: "out", cwd };
    writeFileSync(join(cwd, "asyncapi.json"), writeDocument(list, []));
    const { diagnostics } = await generate(options);
    const refused = diagnostics.filter(({ severity }) => severity === "error");
    for (const { message } of refused) expect(message).toMatch(/^no value matches this schema/);
    const keys = refused.map(({ pointer }) => pointer?.split("/")[4] ?? "");
    writeFileSync(join(cwd, "asyncapi.json"), writeDocument(list, keys));
    const result = await generate(options);
    expect(result.diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
    return result;
  } finally {
    rmSync(cwd, { recursive: true });
  }
}

function writeDocument(list: readonly Case[], without: readonly string[]): string {
  const messages = list.map(({ schema }, index) => [
    `m${index}`,
    { name: `m-${index}`, payload: referring(schema, index) },
  ]);
  const schemas = list.flatMap(({ definitions }, index) =>
    Object.entries(definitions).map(([key, one]) => [`${key}x${index}`, referring(one, index)]),
  );
  const kept = messages.filter(([key]) => !without.includes(String(key)));
  return JSON.stringify({
    asyncapi: "3.0.0",
    info: { title: "Random", version: "1.0.0" },
    channels: { all: { address: "all", messages: Object.fromEntries(kept) } },
    components: { schemas: Object.fromEntries(schemas) },
  });
}

function referring(schema: unknown, index: number): unknown {
  const text = JSON.stringify(schema);
  return JSON.parse(
    text.replaceAll(/"\$ref":"(\w+)"/g, `"$ref":"#/components/schemas/$1x${index}"`),
  );
}
