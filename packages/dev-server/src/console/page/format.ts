// How values are written for people.
import type { ConsoleFinding } from "./wire.ts";

const clock = new Intl.DateTimeFormat(undefined, {
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
  fractionalSecondDigits: 3,
  hour12: false,
});

/** `14:03:07.120` */
export function formatTime(at: number): string {
  return clock.format(at);
}

/** `1 subscriber`, `2 subscribers`. */
export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

/** Indents JSON; any other text stays as it is. */
export function formatJson(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

/** A finding's sentence without the subject, where that stands beside it. */
export function withoutSubject({ message, event, channel, socketId }: ConsoleFinding): string {
  const subjects = [
    `"${event}" on "${channel}": `,
    `subscription to "${channel}" by ${socketId}: `,
  ];
  const subject = subjects.find((one) => message.startsWith(one));
  return subject === undefined ? message : message.slice(subject.length);
}
