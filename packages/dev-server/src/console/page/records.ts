// What the page knows of what happened: the last records, those that a filter shows, and those that wait.
import type { ConsoleRecord } from "./wire.ts";

/** As many as the page keeps. */
export const mostRecords = 500;

export interface Filter {
  readonly text: string;
  readonly kind: string;
}

/** Whether a record is to be seen. */
export function isShown(record: ConsoleRecord, { text, kind }: Filter): boolean {
  if (kind === "messages" && record.data === undefined && record.event === undefined) return false;
  if (kind === "findings" && record.findings.length === 0) return false;
  if (kind === "errors" && record.verdict !== "error") return false;
  const wanted = text.trim().toLowerCase();
  return wanted === "" || searchable(record).includes(wanted);
}

function searchable(record: ConsoleRecord): string {
  const { kind, channel, event, socketId, userId, data, detail, findings } = record;
  const found = findings.map(({ code, message }) => `${code} ${message}`);
  return [kind, channel, event, socketId, userId, data, detail, ...found].join(" ").toLowerCase();
}
