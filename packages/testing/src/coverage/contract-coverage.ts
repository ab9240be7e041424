// The plugin of vitest's configuration. It imports nothing, so that a configuration loads as fast as without it.
import { fileURLToPath } from "node:url";
import type { VitestPluginContext } from "vitest/node";
import type { ContractCoverageOptions } from "./reporter.ts";

/** A plugin of Vite that only vitest calls. */
export interface ContractCoveragePlugin {
  readonly name: string;
  configureVitest(context: VitestPluginContext): void;
}

/**
 * Tells at the end of a run which events of the contract no test published, and which no test handled; what
 * `contractTests` sends does not count. It fails the run only where a limit is given and not met.
 *
 * ```ts
 * // vitest.config.ts
 * export default defineConfig({
 *   plugins: [contractCoverage({ contract: "asyncapi/asyncapi.yaml", published: 100 })],
 * });
 * ```
 *
 * Published is what a generated builder built, whether a transport, an outbox or a fake took it then, and what a
 * subscription triggered. Handled is what a handler of a generated subscription or hook was called with.
 */
export function contractCoverage(options: ContractCoverageOptions): ContractCoveragePlugin {
  const contract = String(
    options.contract instanceof URL ? fileURLToPath(options.contract) : options.contract,
  );
  return {
    name: "lockstep-contract-coverage",
    configureVitest({ vitest, project }) {
      project.config.setupFiles.push(siblingFile("setup"));
      const reporter: [string, Record<string, unknown>] = [
        siblingFile("reporter"),
        { ...options, contract },
      ];
      const isThere = vitest.config.reporters.some(
        (one) => Array.isArray(one) && one[0] === reporter[0],
      );
      if (!isThere) vitest.config.reporters.push(reporter);
    },
  };
}

/** A module beside this one, compiled or not. */
function siblingFile(name: string): string {
  const suffix = import.meta.url.slice(import.meta.url.lastIndexOf("."));
  return fileURLToPath(new URL(`./${name}${suffix}`, import.meta.url));
}
