// A run that remembers the ones before it gives what a run alone gives.
import { readFileSync, writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { createMemory, type GenerateResult, generate, type Memory } from "../src/index.ts";
import { applyEdit, randomEdit } from "./random-edit.ts";

const cases = ["channels", "deprecation", "names", "recursive", "schemas"];

let cwd: string;
beforeEach(async () => {
  cwd = await mkdtemp(join(tmpdir(), "lockstep-"));
});
afterEach(() => rm(cwd, { recursive: true }));

async function generateText(text: string, memory?: Memory): Promise<GenerateResult> {
  writeFileSync(join(cwd, "asyncapi.yaml"), text);
  const output = { events: "events/src", publishers: "publishers", subscribers: "subscribers" };
  const options = { input: "asyncapi.yaml", output, eventsPackage: "@test/events", cwd };
  return generate({ ...options, memory, validate: false });
}

function documentOf(name: string): unknown {
  const path = fileURLToPath(new URL(`cases/${name}/asyncapi.yaml`, import.meta.url));
  return parse(readFileSync(path, "utf8"));
}

describe("files of an earlier run", () => {
  it.each(cases)("are never stale, whatever is edited in the document of %s", async (name) => {
    const first = documentOf(name);
    let valid = 0;
    const property = fc.asyncProperty(
      fc.array(randomEdit, { minLength: 4, maxLength: 12 }),
      async (edits) => {
        const memory = createMemory();
        let last = first;
        await generateText(JSON.stringify(last), memory);
        for (const edit of edits) {
          const edited = applyEdit(last, edit);
          const text = JSON.stringify(edited);
          const { files, diagnostics } = await generateText(text, memory);
          const alone = await generateText(text);
          expect(files).toEqual(alone.files);
          expect(diagnostics).toEqual(alone.diagnostics);
          // a broken document is mended before the next edit
          if (files.length > 0) last = edited;
          valid += Math.min(files.length, 1);
        }
      },
    );
    await fc.assert(property, { numRuns: 10 });
    expect(valid).toBeGreaterThan(12);
  });
});
