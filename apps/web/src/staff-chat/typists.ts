// Who is typing right now, as data: whoever said so goes quiet by message or by time.
import type { TypingPerson } from "../chat/chat-events.ts";

export interface Typist extends TypingPerson {
  /** Milliseconds since 1970. */
  readonly untilMs: number;
}

/** How often a page tells that somebody is typing; Pusher allows ten client events in a second. */
export const TELL_EVERY_MS = 2_000;
/** How long that counts; longer than the pause between two, so that it does not flicker. */
const SHOWN_MS = 4_000;

export function noteTyping(
  typists: readonly Typist[],
  who: TypingPerson,
  nowMs: number,
): readonly Typist[] {
  return [...typists.filter(({ id }) => id !== who.id), { ...who, untilMs: nowMs + SHOWN_MS }];
}

/** Their message has come. */
export function stopTyping(typists: readonly Typist[], name: string): readonly Typist[] {
  return typists.filter((typist) => typist.name !== name);
}

export function dropQuiet(typists: readonly Typist[], nowMs: number): readonly Typist[] {
  return typists.filter(({ untilMs }) => untilMs > nowMs);
}

/** As a sentence; nothing where nobody is typing. */
export function typingSentence(typists: readonly Typist[]): string {
  const names = typists.map(({ name }) => name).sort();
  if (names.length === 0) return "";
  if (names.length > 2) return `${names.length} people are typing…`;
  return `${names.join(" and ")} ${names.length === 1 ? "is" : "are"} typing…`;
}
