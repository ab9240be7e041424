// Seeing that nothing changed, without loading what makes the code.

export { isDay } from "./is-day.ts";
export { findUpToDate, type UpToDate, writeLock } from "./lock/contract-lock.ts";
