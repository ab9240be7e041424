// The reporter: gathers what every worker's files did, and tells what none did.
import type { Reporter, TestModule, Vitest } from "vitest/node";
import { loadTestContract } from "../load-test-contract.ts";
import { type CoverageLimits, describeCoverage, describeShortfalls } from "./describe-coverage.ts";
import { measureCoverage } from "./measure-coverage.ts";
import { metaKey, type ObservedEvents } from "./observed-events.ts";

export interface ContractCoverageOptions extends CoverageLimits {
  /** The document; a path is taken from the folder that vitest runs in. */
  readonly contract: string | URL;
}

// vitest loads a reporter that is named by its file by the default export
// biome-ignore lint/style/noDefaultExport: see above
export default class ContractCoverageReporter implements Reporter {
  readonly #options: ContractCoverageOptions;
  #vitest: Vitest | undefined;

  constructor(options: ContractCoverageOptions) {
    this.#options = options;
  }

  onInit(vitest: Vitest): void {
    this.#vitest = vitest;
  }

  async onTestRunEnd(modules: readonly TestModule[]): Promise<void> {
    const vitest = this.#vitest;
    // some of the files say nothing of what all of them do
    if (!vitest || modules.length < (await vitest.globTestSpecifications()).length) return;
    const { logger } = vitest;
    const observed = modules.flatMap((module) => {
      const meta = module.meta() as { readonly [metaKey]?: ObservedEvents };
      return meta[metaKey] ?? [];
    });
    const coverage = measureCoverage(await loadTestContract(this.#options.contract), observed);
    logger.log(`\n${describeCoverage(coverage)}\n`);
    const shortfalls = describeShortfalls(coverage, this.#options);
    for (const shortfall of shortfalls) logger.error(shortfall);
    if (shortfalls.length > 0) process.exitCode = 1;
  }
}
