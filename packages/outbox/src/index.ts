// @lockstep/outbox: events that commit with the change that caused them, and are sent afterwards.
export { appendToOutbox } from "./append-to-outbox.ts";
export type { Clock } from "./clock.ts";
export { createRelay, type Relay } from "./create-relay.ts";
export {
  type DeadLetter,
  listDeadLetters,
  replayDeadLetters,
} from "./dead-letters.ts";
export { isPermanentFailure } from "./is-permanent-failure.ts";
export type { OutboxDatabase } from "./outbox-database.ts";
export { type OutboxTable, outbox } from "./outbox-table.ts";
export type { Delivery, EventPublisher, RelayOptions } from "./relay-options.ts";
export { releaseLeases } from "./release-leases.ts";
export { type OutboxSequencesTable, outboxSequences } from "./sequences-table.ts";
