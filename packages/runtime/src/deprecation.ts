// Saying once in a process that something of the contract is deprecated.
import type { Deprecation } from "./channel.ts";

/** What is deprecated, and what to do. */
export interface DeprecationNotice {
  /** One sentence for a log. */
  readonly message: string;
  /** Key of the channel in the contract. */
  readonly channel: string;
  /** Wire event name; absent where the whole channel is deprecated. */
  readonly event?: string | undefined;
  readonly deprecation: Deprecation;
}

export type OnDeprecated = (notice: DeprecationNotice) => void;

export interface DeprecationSubject {
  readonly channel: string;
  readonly event?: string;
  readonly deprecation: Deprecation | undefined;
}

const told = /*#__PURE__*/ new Set<string>();

/** Tells of a deprecated channel or event, the first time in this process. Without a listener, Node's warnings hear it. */
export function noticeDeprecation(
  { channel, event, deprecation }: DeprecationSubject,
  onDeprecated: OnDeprecated = emitWarning,
): void {
  const subject =
    event === undefined ? `channel ${channel}` : `event ${event} of channel ${channel}`;
  if (!deprecation || told.has(subject)) return;
  told.add(subject);
  const { since, sunset, use } = deprecation;
  const message = [
    `${subject} is deprecated${since ? ` since ${since}` : ""}`,
    sunset && `it ends on ${sunset}`,
    use && `use ${use}`,
  ];
  onDeprecated({ message: message.filter(Boolean).join("; "), channel, event, deprecation });
}

function emitWarning({ message }: DeprecationNotice): void {
  globalThis.process?.emitWarning?.(message, "DeprecationWarning");
}
