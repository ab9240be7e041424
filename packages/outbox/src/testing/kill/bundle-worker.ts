// The process that is killed, as one file of JavaScript: it starts in a tenth of the time that its sources take.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build, type Plugin } from "esbuild";

export interface WorkerFile {
  readonly path: string;
  remove(): Promise<void>;
}

export async function bundleWorker(): Promise<WorkerFile> {
  const folder = await mkdtemp(join(tmpdir(), "lockstep-worker-"));
  const path = join(folder, "worker.mjs");
  await build({
    entryPoints: [fileURLToPath(new URL("worker.ts", import.meta.url))],
    outfile: path,
    bundle: true,
    platform: "node",
    format: "esm",
    conditions: ["@lockstep/source"],
    plugins: [pgliteInItsPlace],
  });
  return { path, remove: () => rm(folder, { recursive: true, force: true }) };
}

// it looks for its own files beside itself
const pgliteInItsPlace: Plugin = {
  name: "pglite-in-its-place",
  setup({ onResolve }) {
    onResolve({ filter: /^@electric-sql\/pglite$/ }, ({ path }) => ({
      path: import.meta.resolve(path),
      external: true,
    }));
  },
};
