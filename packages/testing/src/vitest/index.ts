// A ready suite for vitest.

export { type ContractTestsOptions, contractTests } from "./contract-tests.ts";
export type { GeneratedModules } from "./event-sides.ts";
