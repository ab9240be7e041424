// Builds the pages into a folder of the caller's.
import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const root = fileURLToPath(new URL("..", import.meta.url));

/** As they are shipped, or with React's development build, which mounts every component twice under StrictMode. */
export type PagesMode = "production" | "development";

/** In a process of its own: a test runner's NODE_ENV would give React's development build. */
export async function buildPages(folder: string, mode: PagesMode): Promise<void> {
  await promisify(execFile)(
    "npx",
    ["vite", "build", "--logLevel", "error", "--mode", mode, "--outDir", folder],
    { cwd: root, env: { ...process.env, NODE_ENV: mode } },
  );
}
