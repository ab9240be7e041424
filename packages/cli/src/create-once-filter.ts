// What the terminal is told once, and the console every time.
import type { Finding } from "@lockstep/dev-server";

/**
 * Answers a finding's sentence; `undefined` for the use of something deprecated that has been told already: by the
 * backend, by a client that sends, or by one that subscribes.
 */
export function createOnceFilter(): (finding: Finding) => string | undefined {
  const told = new Set<string>();
  return ({ part, event, socketId, message }) => {
    if (part === undefined) return message;
    const role = event === undefined ? "subscriber" : socketId === undefined ? "backend" : "client";
    const key = `${role} ${part}`;
    if (told.has(key)) return undefined;
    told.add(key);
    return `${message}; this is told once, the console shows who uses it`;
  };
}
