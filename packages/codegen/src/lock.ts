// Seeing that nothing changed, without loading what makes the code.

export { findUpToDate, type UpToDate, writeLock } from "./lock/contract-lock.ts";
