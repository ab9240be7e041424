// Payloads made from the schemas of a contract.

export {
  createPayloads,
  type InvalidPayload,
  type PayloadOptions,
  type Payloads,
} from "./create-payloads.ts";
export { type ContractPayloads, loadPayloads } from "./load-payloads.ts";
export type { Gap, NearMiss } from "./maker.ts";
