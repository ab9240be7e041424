// The log: one JSON object a line, so that people and machines can both read it.

export type LogFields = Readonly<Record<string, unknown>>;

export interface Log {
  info(message: string, fields?: LogFields): void;
  warn(message: string, fields?: LogFields): void;
  error(message: string, fields?: LogFields): void;
}

/** @param write gets each line without its line end */
export function createLog(write: (line: string) => void, now: () => Date = () => new Date()): Log {
  const level =
    (name: string) =>
    (message: string, fields: LogFields = {}) =>
      write(JSON.stringify({ time: now(), level: name, message, ...fields }, errorsAsText));
  return { info: level("info"), warn: level("warn"), error: level("error") };
}

function errorsAsText(_key: string, value: unknown): unknown {
  return value instanceof Error ? (value.stack ?? String(value)) : value;
}
