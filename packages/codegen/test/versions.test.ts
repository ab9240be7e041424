// Documents of every version and of other transports: their types and schemas alone.
import { readFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { type GenerateResult, generate } from "../src/index.ts";
import { inFolder, place, runCompiler } from "./run-tools.ts";

const folder = fileURLToPath(new URL("versions", import.meta.url));

async function generateIn(version: string): Promise<GenerateResult> {
  const text = readFileSync(`${folder}/version-${version[0]}.yaml`, "utf8");
  const cwd = await mkdtemp(join(tmpdir(), "lockstep-versions-"));
  try {
    await writeFile(join(cwd, "api.yaml"), text.replace(/^asyncapi: .*$/m, `asyncapi: ${version}`));
    return await generate({ input: "api.yaml", output: "out", only: "events", cwd });
  } finally {
    await rm(cwd, { recursive: true });
  }
}

const versions = ["2.0.0", "2.1.0", "2.2.0", "2.3.0", "2.4.0", "2.5.0", "2.6.0", "3.0.0", "3.1.0"];

describe.each(versions)("a document of AsyncAPI %s", (version) => {
  it("gives types and schemas without a word, which compile", async () => {
    const { files, diagnostics } = await generateIn(version);
    expect(diagnostics).toEqual([]);
    const names = files
      .filter(({ path }) => path.startsWith("messages/"))
      .map(({ path }) => path.slice("messages/".length));
    expect(names).toEqual(
      version.startsWith("2")
        ? ["boiler-measured.ts", "channel-subscribe.ts", "heated.ts", "inline.ts", "switched.ts"]
        : ["answered.ts", "boiler-measured.ts", "plant-measured.ts"],
    );
    inFolder((temporary) => {
      place(temporary, files);
      expect(runCompiler(temporary)).toBe("");
    });
  });
});
