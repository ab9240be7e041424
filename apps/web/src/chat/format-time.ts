// When a message was written, as a person reads it.
const times = new Intl.DateTimeFormat("en-IE", { hour: "2-digit", minute: "2-digit" });
const days = new Intl.DateTimeFormat("en-IE", { dateStyle: "full" });

/** Hour and minute. */
export function formatTime(instant: string): string {
  return times.format(new Date(instant));
}

/** The day in words. */
export function formatDay(instant: string, now: Date = new Date()): string {
  const day = days.format(new Date(instant));
  if (day === days.format(now)) return "Today";
  const yesterday = new Date(now);
  yesterday.setDate(now.getDate() - 1);
  return day === days.format(yesterday) ? "Yesterday" : day;
}
