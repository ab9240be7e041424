// Where to go from a folder that has no contract.
import { existsSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { type ContractOptions, defaultInputs } from "./contract-options.ts";
import { findConfig } from "./load-config.ts";

/** What to do where neither the options nor the folder name a contract; `undefined` where one of them does. */
export function describeAbsence(
  { config, input }: ContractOptions,
  cwd: string,
): string | undefined {
  if ((config ?? input ?? findConfig(cwd)) !== undefined || findDocument(cwd)) return undefined;
  for (let folder = dirname(cwd); ; folder = dirname(folder)) {
    const found = findConfig(folder) ?? findDocument(folder);
    if (found !== undefined) {
      const path = relative(cwd, join(folder, found)).split(sep).join("/");
      const above = relative(cwd, folder).split(sep).join("/");
      return `no contract in this folder, but ${path} is there: go to ${above}, and run this again`;
    }
    if (dirname(folder) === folder) break;
  }
  return 'no contract in this folder: "npx @lockstep/cli init" writes a first one, --input names one that is elsewhere';
}

function findDocument(folder: string): string | undefined {
  return defaultInputs.find((path) => existsSync(join(folder, path)));
}
