// What this demo is, and the ways into it.
import { Link } from "wouter";
import { DemoLogins } from "../session/demo-logins.tsx";
import { demoHotels } from "../session/demo-people.ts";
import { inboxPage } from "../session/page-after-sign-in.ts";
import { Page } from "../ui/page.tsx";

export function HomePage() {
  return (
    <Page title="Two hotels, live on every page">
      <p className="lead">
        Offers, staff chat, guest chat and an inbox: what one person does shows on every open page
        within a moment, without a reload. Each event between backend and pages is generated from
        one contract, so that neither side can get its name or its shape wrong.
      </p>
      <ul className="doors">
        <li>
          <Link className="door is-chat" href="/side-by-side">
            <strong>Reception and guest</strong>
            <span>Both sides of a chat on one page</span>
            <span className="door-action">See them talk</span>
          </Link>
        </li>
        {demoHotels.map((hotel) => (
          <li key={hotel.slug}>
            <Link className={`door is-${hotel.slug}`} href={`/hotel/${hotel.slug}`}>
              <strong>{hotel.name}</strong>
              <span>{hotel.place}</span>
              <span className="door-action">See the offers</span>
            </Link>
          </li>
        ))}
        <li>
          <Link className="door is-staff" href="/staff/sign-in">
            <strong>Sign-in</strong>
            <span>For a hotel’s staff: its offers, staff chat and guests</span>
            <span className="door-action">Sign in</span>
          </Link>
        </li>
        <li>
          <Link className="door is-guest" href="/guest">
            <strong>Guests</strong>
            <span>Chat with the reception, by room and PIN</span>
            <span className="door-action">Open the chat</span>
          </Link>
        </li>
        <li>
          <Link className="door is-inbox" href={inboxPage()}>
            <strong>CRM inbox</strong>
            <span>Messages between users, with unread counts and read receipts</span>
            <span className="door-action">Open the inbox</span>
          </Link>
        </li>
      </ul>
      <DemoLogins />
    </Page>
  );
}
