// Who is signed in, and the way in and out.
import { Link } from "wouter";
import { answerOf, api, asHolder } from "../api/api-client.ts";
import { session } from "../services.ts";
import { nameOf } from "./name-of.ts";
import { chatPage, guestsPage, inboxPage, offersPage } from "./page-after-sign-in.ts";
import type { Session } from "./session-store.ts";
import { useSessionState } from "./use-session.ts";

export function AccountMenu() {
  const { session: current } = useSessionState();
  return (
    <nav className="account" aria-label="Account">
      {current ? <SignedIn session={current} /> : <Link href="/staff/sign-in">Sign in</Link>}
    </nav>
  );
}

function SignedIn({ session: { token, user } }: { readonly session: Session }) {
  return (
    <>
      {user.hotel_slug === null ? (
        <Link href={inboxPage()}>Inbox</Link>
      ) : (
        <HotelLinks slug={user.hotel_slug} />
      )}
      <span className="person">{nameOf(user)}</span>
      <button className="button is-quiet" type="button" onClick={() => signOut(token)}>
        Sign out
      </button>
    </>
  );
}

function HotelLinks({ slug }: { readonly slug: string }) {
  return (
    <>
      <Link href={offersPage(slug)}>Offers</Link>
      <Link href={chatPage(slug)}>Staff chat</Link>
      <Link href={guestsPage(slug)}>Guests</Link>
    </>
  );
}

function signOut(token: string): void {
  session.end();
  // the token is forgotten here in any case; without an answer it ends on the server by its age
  answerOf(api.auth.logout.$post({}, asHolder(token))).catch(() => undefined);
}
