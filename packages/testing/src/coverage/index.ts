// Which events of a contract the tests reached.

export { type ContractCoveragePlugin, contractCoverage } from "./contract-coverage.ts";
export type { CoverageLimits } from "./describe-coverage.ts";
export type { ContractCoverageOptions } from "./reporter.ts";
