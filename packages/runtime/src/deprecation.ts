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
  onDeprecated: OnDeprecated = warn,
): void {
  if (!deprecation) return;
  const subject = describe(channel, event);
  if (told.has(subject)) return;
  told.add(subject);
  const { since, sunset, use } = deprecation;
  const message = [
    `${subject} is deprecated${since ? ` since ${since}` : ""}`,
    sunset && `it ends on ${sunset}`,
    use && `use ${use}`,
  ];
  onDeprecated({ message: message.filter(Boolean).join("; "), channel, event, deprecation });
}

/** Tells that a deprecated event is no longer sent beside the one that replaced it, the first time in this process. */
export function noticeSunset(
  { channel, event, deprecation }: DeprecationSubject & { readonly deprecation: Deprecation },
  onDeprecated: OnDeprecated,
): void {
  const subject = describe(channel, event);
  const key = `${subject} has ended`;
  if (told.has(key)) return;
  told.add(key);
  const message = `${subject} ended on ${deprecation.sunset}, so it is no longer sent; remove it from the contract`;
  onDeprecated({ message, channel, event, deprecation });
}

function describe(channel: string, event: string | undefined): string {
  return event === undefined ? `channel ${channel}` : `event ${event} of channel ${channel}`;
}

/** Says it by Node's process warnings; nowhere else is there a place for them. */
export function warn(notice: { readonly message: string }): void {
  if (notice instanceof Error) globalThis.process?.emitWarning?.(notice);
  else globalThis.process?.emitWarning?.(notice.message, "DeprecationWarning");
}
