// When an offer is valid, as a guest reads it.
import type { Offer } from "./offer.ts";

/** Answers `undefined` when the offer has neither beginning nor end. */
export function formatPeriod({
  valid_from: from,
  valid_to: to,
}: Pick<Offer, "valid_from" | "valid_to">): string | undefined {
  if (from !== null && to !== null)
    return from === to ? `On ${day(from)}` : `${day(from)} to ${day(to)}`;
  if (from !== null) return `From ${day(from)}`;
  if (to !== null) return `Until ${day(to)}`;
  return undefined;
}

const days = new Intl.DateTimeFormat("en-IE", { dateStyle: "medium", timeZone: "UTC" });

function day(date: string): string {
  return days.format(new Date(`${date}T00:00:00Z`));
}
