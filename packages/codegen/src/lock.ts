// Seeing that nothing changed, and what a command needs then, without loading what makes the code.

export { hasError } from "./diagnostic.ts";
export { isDay } from "./is-day.ts";
export { findUpToDate, type UpToDate, writeLock } from "./lock/contract-lock.ts";
export { replaceFile } from "./write/replace-file.ts";
