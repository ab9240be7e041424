// What `lockstep.config.ts` may say.

export {
  type AcceptedBreak,
  type Config,
  type ContractConfig,
  defineConfig,
} from "./config/define-config.ts";

// for tool authors
export { type ReadConfigResult, readConfig } from "./config/read-config.ts";
export { bundledFilesKey } from "./load/bundled-files.ts";
export {
  defaultOutput,
  outputFolders,
  type PackageAbove,
  packageAbove,
} from "./output-folders.ts";
