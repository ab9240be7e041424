// What tests of publishing and handling need: a transport in memory, and expectations about what went through it.

export {
  createMemoryTransport,
  type MemoryAuthorize,
  type MemoryChannel,
  type MemoryClient,
  type MemoryConnection,
  type MemoryConnectOptions,
  type MemoryMembers,
  type MemoryServer,
  type MemoryTransport,
  TransportError,
  type TriggeredEvent,
} from "@lockstep/runtime/memory";
export {
  type EventBuilder,
  expectPublished,
  type PublishedExpectation,
} from "./published/expect-published.ts";
export { ExpectationError } from "./published/expectation-error.ts";
export type { Expected, Matcher, PartlyExpected } from "./published/expected.ts";
export type { PublishedEvent, PublishedSource } from "./published/published-event.ts";
