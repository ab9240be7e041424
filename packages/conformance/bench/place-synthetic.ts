// The generated packages of a synthetic contract, on disk.
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { generate } from "@lockstep/codegen";
import { syntheticContract } from "./synthetic-contract.ts";

/** Writes `contract.yaml` and, under `generated`, the three packages. */
export async function placeSynthetic(folder: string, events: number): Promise<void> {
  writeFileSync(join(folder, "contract.yaml"), syntheticContract(events));
  const { files } = await generate({ input: "contract.yaml", output: "generated", cwd: folder });
  for (const file of files) {
    const path = join(folder, file.folder, file.path);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, file.text);
  }
}
