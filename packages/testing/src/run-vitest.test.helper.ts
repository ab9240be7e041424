// A run of vitest of its own, for what can only be seen from outside of one.
import { execFile } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const run = promisify(execFile);

/** Of this package's sources, with a slash at the end. */
export const sources: string = fileURLToPath(new URL("./", import.meta.url));

export interface VitestRun {
  /** What it printed, without colours. */
  readonly text: string;
  readonly exitCode: number;
}

export interface VitestFolder {
  readonly path: string;
  run(): Promise<VitestRun>;
  remove(): void;
}

/** Writes files beside a configuration that reads packages from their sources; `plugins` is the text of a list. */
export function createVitestFolder(
  name: string,
  files: Readonly<Record<string, string>>,
  { imports = "", plugins = "[]" }: { readonly imports?: string; readonly plugins?: string } = {},
): VitestFolder {
  // inside the package, so that its dependencies are found, and ignored by git
  const path = fileURLToPath(new URL(`../dist/${name}/`, import.meta.url));
  mkdirSync(path, { recursive: true });
  const config = `${imports}
const conditions = ["@lockstep/source", "module", "node", "development|production"];
export default {
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: { include: ["*.test.ts"], maxWorkers: 2 },
  plugins: ${plugins},
};`;
  for (const [file, text] of Object.entries({ ...files, "vitest.config.ts": config })) {
    writeFileSync(`${path}${file}`, text);
  }
  return {
    path,
    run: () => runVitest(path),
    remove: () => rmSync(path, { recursive: true, force: true }),
  };
}

async function runVitest(cwd: string): Promise<VitestRun> {
  const require = createRequire(import.meta.url);
  const vitest = join(dirname(require.resolve("vitest/package.json")), "vitest.mjs");
  const env = { ...process.env, NO_COLOR: "1", FORCE_COLOR: undefined, VITEST: undefined };
  try {
    const { stdout, stderr } = await run(process.execPath, [vitest, "run"], { cwd, env });
    return { text: stdout + stderr, exitCode: 0 };
  } catch (error) {
    const { stdout, stderr, code } = error as { stdout: string; stderr: string; code: number };
    return { text: stdout + stderr, exitCode: code };
  }
}
