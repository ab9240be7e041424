// A Pusher Channels server for one machine: what the package exports.

export type {
  Contract,
  ContractChannel,
  ContractEnvelope,
  ContractEvent,
  ContractIssue,
  JudgeValue,
} from "./contract/contract.ts";
export type { Finding, FindingCode } from "./contract/finding.ts";
export {
  type CreateDevServerOptions,
  createDevServer,
  type DevServer,
} from "./create-dev-server.ts";
export { DevServerError, type DevServerErrorCode } from "./dev-server-error.ts";
export type { RefusedSubscriptions, Timeouts } from "./protocol/hub-state.ts";
export type { Limits } from "./protocol/limits.ts";
export type { DevServerEvent, RefusedAction } from "./protocol/observed.ts";
