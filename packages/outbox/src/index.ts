// @lockstep/outbox: events that commit with the change that caused them, and are sent afterwards.
export { appendToOutbox } from "./append-to-outbox.ts";
export type { OutboxDatabase } from "./outbox-database.ts";
export { type OutboxTable, outbox } from "./outbox-table.ts";
