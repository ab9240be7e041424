// The addresses of the pages behind a sign-in, and where to go after it.
import type { UserJson } from "@lockstep-demo/api";

const OWN_PAGE = /^\/(?:staff\/[\w-]+\/(?:offers|(?:chat|guests)(?:\/\d+)?)|inbox(?:\/\d+)?)$/;

/** The page that asked for the sign-in, if it is one of ours; else the offers of the person's hotel, or the inbox. */
export function pageAfterSignIn(user: UserJson, next: string | null): string {
  if (next !== null && OWN_PAGE.test(next)) return next;
  return user.hotel_slug === null ? inboxPage() : offersPage(user.hotel_slug);
}

export function offersPage(hotelSlug: string): string {
  return `/staff/${hotelSlug}/offers`;
}

/** The inbox, or the conversation with a person in it. */
export function inboxPage(personId?: number): string {
  return personId === undefined ? "/inbox" : `/inbox/${personId}`;
}

/** The staff's conversations, with one of them open where it is named. */
export function chatPage(hotelSlug: string, conversationId?: number): string {
  return `/staff/${hotelSlug}/chat${conversationId === undefined ? "" : `/${conversationId}`}`;
}

/** The conversations with guests, with one of them open where it is named. */
export function guestsPage(hotelSlug: string, conversationId?: number): string {
  return `/staff/${hotelSlug}/guests${conversationId === undefined ? "" : `/${conversationId}`}`;
}

export function signInPage(next: string): string {
  return `/staff/sign-in?${new URLSearchParams({ next })}`;
}
