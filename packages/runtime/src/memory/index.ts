// Pusher within one process, for tests.

export { TransportError } from "../errors/transport-error.ts";
export {
  createMemoryTransport,
  type MemoryConnectOptions,
  type MemoryServer,
  type MemoryTransport,
} from "./create-memory-transport.ts";
export type { TriggeredEvent } from "./judge-trigger.ts";
export type { MemoryAuthorize, MemoryChannel, MemoryMembers } from "./memory-channel.ts";
export type { MemoryClient, MemoryConnection } from "./memory-client.ts";
