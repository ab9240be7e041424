// Whether parts of a contract have outlived the day on which they were to end.
import type { Diagnostic, SunsetModel } from "@lockstep/codegen";
import { plural } from "./plural.ts";

/** How long before its last day something is warned of. */
const warnDays = 30;

/**
 * Answers a warning for each part that ends within 30 days, its last day among them, and an error from the day after.
 *
 * @param today `YYYY-MM-DD`, in UTC
 */
export function judgeSunsets(sunsets: readonly SunsetModel[], today: string): Diagnostic[] {
  return sunsets.flatMap(({ subject, sunset, use, origin }): Diagnostic[] => {
    if (!isSunsetNear(sunset, today)) return [];
    const daysLeft = daysBetween(today, sunset);
    const successor = use === undefined ? "what replaces it" : `"${use}"`;
    if (daysLeft >= 0) {
      const when = daysLeft === 0 ? "today" : `in ${plural(daysLeft, "day")}`;
      const message = `${subject}: ends on ${sunset}, ${when}; move what still uses it to ${successor}, then remove it, or give it a later sunset`;
      return [{ severity: "warning", code: "sunset-near", ...origin, message }];
    }
    const message = `${subject}: ended on ${sunset}, ${plural(-daysLeft, "day")} ago; remove it now that there is ${successor}, or give it a later sunset`;
    return [{ severity: "error", code: "sunset-passed", ...origin, message }];
  });
}

/** Whether there is something to say of a sunset: both are days. */
export function isSunsetNear(sunset: string, today: string): boolean {
  return daysBetween(today, sunset) <= warnDays;
}

function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000;
}

/** The day by UTC, as sunsets are written. */
export function todayInUtc(): string {
  return new Date().toISOString().slice(0, 10);
}
