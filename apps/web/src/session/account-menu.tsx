// Who is signed in, and the way in and out.
import { Link, useLocation } from "wouter";
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
        <PageLink href={inboxPage()}>Inbox</PageLink>
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
      <PageLink href={offersPage(slug)}>Offers</PageLink>
      <PageLink href={chatPage(slug)}>Staff chat</PageLink>
      <PageLink href={guestsPage(slug)}>Guests</PageLink>
      <PageLink href={inboxPage()}>Inbox</PageLink>
    </>
  );
}

/** Marked on its own page, and on those below it. */
function PageLink({ href, children }: { readonly href: string; readonly children: string }) {
  const [location] = useLocation();
  const isHere = location === href || location.startsWith(`${href}/`);
  return (
    <Link href={href} aria-current={isHere ? "page" : undefined}>
      {children}
    </Link>
  );
}

function signOut(token: string): void {
  session.end();
  // the token is forgotten here in any case; without an answer it ends on the server by its age
  answerOf(api.auth.logout.$post({}, asHolder(token))).catch(() => undefined);
}
