// Finds and runs a config file.
import { existsSync, readFileSync } from "node:fs";
import { extname, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { ContractConfig } from "@lockstep/codegen/config";

const names = ["ts", "mts", "js", "mjs", "json"].map((suffix) => `lockstep.config.${suffix}`);

export type LoadedConfig =
  | { readonly file: string; readonly contracts: readonly ContractConfig[] }
  /** What is wrong, each a sentence. */
  | { readonly problems: readonly string[] };

/** Loads the config that is named, else the one in the folder; `undefined` where there is none. */
export async function loadConfig(
  named: string | undefined,
  cwd: string,
): Promise<LoadedConfig | undefined> {
  const file = named ?? findConfig(cwd);
  if (file === undefined) return undefined;
  const path = resolve(cwd, file);
  if (!existsSync(path))
    return { problems: [`${file}: there is no such config; correct --config`] };
  let value: unknown;
  try {
    value = await readValue(path);
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    return { problems: [`${file}: cannot be loaded: ${problem}`] };
  }
  const { readConfig } = await import("@lockstep/codegen/config");
  const { contracts, problems } = readConfig(value);
  if (problems.length > 0) return { problems: problems.map((problem) => `${file}: ${problem}`) };
  return { file, contracts };
}

/** Name of the config that is taken where none is named. */
export function findConfig(folder: string): string | undefined {
  return names.find((name) => existsSync(resolve(folder, name)));
}

async function readValue(path: string): Promise<unknown> {
  const suffix = extname(path);
  if (suffix === ".json") return JSON.parse(readFileSync(path, "utf8"));
  const isTypeScript = suffix === ".ts" || suffix === ".mts";
  const loaded = isTypeScript
    ? await importTypeScript(path)
    : await import(pathToFileURL(path).href);
  return (loaded as { readonly default?: unknown }).default;
}

async function importTypeScript(path: string): Promise<unknown> {
  // newer versions of Node.js read TypeScript themselves
  if ((process.features as { readonly typescript?: unknown }).typescript) {
    return import(pathToFileURL(path).href);
  }
  const { createJiti } = await import("jiti");
  return createJiti(import.meta.url, { interopDefault: false }).import(path);
}
