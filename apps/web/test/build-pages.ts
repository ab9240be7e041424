// Builds the pages as they are shipped, into a folder of the caller's.
import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const root = fileURLToPath(new URL("..", import.meta.url));

/** In a process of its own: a test runner's NODE_ENV would give React's development build. */
export async function buildPages(folder: string): Promise<void> {
  await promisify(execFile)("npx", ["vite", "build", "--logLevel", "error", "--outDir", folder], {
    cwd: root,
    env: { ...process.env, NODE_ENV: "production" },
  });
}
