// Where to go after signing in.
import type { UserJson } from "@lockstep-demo/api";

/** The page that asked for the sign-in, if it is one of ours; else the offers of the person's hotel, or the inbox. */
export function pageAfterSignIn(user: UserJson, next: string | null): string {
  if (next !== null && /^\/(?:staff\/[\w-]+\/offers|inbox(?:\/\d+)?)$/.test(next)) return next;
  return user.hotel_slug === null ? inboxPage() : offersPage(user.hotel_slug);
}

export function offersPage(hotelSlug: string): string {
  return `/staff/${hotelSlug}/offers`;
}

/** The inbox, or the conversation with a person in it. */
export function inboxPage(personId?: number): string {
  return personId === undefined ? "/inbox" : `/inbox/${personId}`;
}

export function signInPage(next: string): string {
  return `/staff/sign-in?${new URLSearchParams({ next })}`;
}
