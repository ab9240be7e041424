// Builds the pages into dist, where the API looks for them; a dist that is up to date is left alone.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build, type Rolldown } from "vite";

const root = fileURLToPath(new URL("..", import.meta.url));

/** Other tests may be reading dist meanwhile, so it is written only when it must be. */
export async function buildPages(): Promise<void> {
  const built = (await build({
    root,
    logLevel: "error",
    build: { write: false },
  })) as Rolldown.RolldownOutput;
  const isCurrent = await Promise.all(built.output.map(isWritten));
  if (isCurrent.includes(false)) await build({ root, logLevel: "error" });
}

async function isWritten(file: Rolldown.OutputChunk | Rolldown.OutputAsset): Promise<boolean> {
  const content = file.type === "chunk" ? file.code : file.source;
  const written = await readFile(join(root, "dist", file.fileName)).catch(() => undefined);
  return written?.equals(Buffer.from(content)) ?? false;
}
