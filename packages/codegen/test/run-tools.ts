// The compiler and the formatter, run over generated files in a folder of their own.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { GeneratedFile } from "../src/index.ts";

const root = fileURLToPath(new URL("../../..", import.meta.url));

/** Calls back with the path of a new folder that sees the repository's packages; removes it afterwards. */
export function inFolder<Result>(use: (folder: string) => Result): Result {
  const folder = mkdtempSync(join(tmpdir(), "lockstep-"));
  try {
    symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
    writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
    writeFileSync(join(folder, "biome.json"), JSON.stringify(biomeConfig()));
    return use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export function place(folder: string, files: readonly GeneratedFile[]): void {
  for (const file of files) {
    const path = join(folder, "generated", file.folder, file.path);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, file.text);
  }
}

/** What Biome finds, with the repository's rules; empty where it would change nothing. */
export function runBiome(folder: string): string {
  return run(folder, "biome", ["check", "--colors=off", "generated"]);
}

/** What the compiler finds; empty where all compiles. */
export function runCompiler(folder: string, options: object = {}): string {
  const config = {
    compilerOptions: {
      target: "es2023",
      lib: ["es2023", "dom"],
      module: "nodenext",
      strict: true,
      noUncheckedIndexedAccess: true,
      exactOptionalPropertyTypes: true,
      noUnusedLocals: true,
      noUnusedParameters: true,
      verbatimModuleSyntax: true,
      isolatedDeclarations: true,
      erasableSyntaxOnly: true,
      allowImportingTsExtensions: true,
      declaration: true,
      noEmit: true,
      skipLibCheck: true,
      types: ["node"],
      customConditions: ["@lockstep/source"],
      ...options,
    },
    include: ["generated"],
  };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(config));
  return run(folder, "tsc", ["-p", "."]);
}

function run(folder: string, tool: string, args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(join(root, "node_modules/.bin", tool), args, {
    cwd: folder,
    encoding: "utf8",
  });
  return status === 0 ? "" : `${stdout}${stderr}`;
}

function biomeConfig(): object {
  const config = JSON.parse(readFileSync(join(root, ".biome.json"), "utf8"));
  const { vcs: _vcs, files: _files, ...rest } = config;
  return { ...rest, root: true };
}
