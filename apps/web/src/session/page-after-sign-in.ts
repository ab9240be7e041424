// Where to go after signing in.
import type { UserJson } from "@lockstep-demo/api";

/** The page that asked for the sign-in, if it is one of ours; else the offers of the person's hotel. */
export function pageAfterSignIn(user: UserJson, next: string | null): string {
  if (next !== null && /^\/staff\/[\w-]+\/offers$/.test(next)) return next;
  return user.hotel_slug === null ? "/" : offersPage(user.hotel_slug);
}

export function offersPage(hotelSlug: string): string {
  return `/staff/${hotelSlug}/offers`;
}

export function signInPage(next: string): string {
  return `/staff/sign-in?${new URLSearchParams({ next })}`;
}
