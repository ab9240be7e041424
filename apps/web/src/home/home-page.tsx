// What this demo is, and the ways into it.
import { Link } from "wouter";
import { DemoLogins } from "../session/demo-logins.tsx";
import { demoHotels } from "../session/demo-people.ts";
import { Page } from "../ui/page.tsx";

export function HomePage() {
  return (
    <Page title="Offers that change on every page at once">
      <p className="lead">
        Two hotels publish their offers here: what staff change shows on every open page within a
        moment, without a reload. Each event between backend and pages is generated from one
        contract, so that neither side can get its name or its shape wrong.
      </p>
      <ul className="doors">
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
            <strong>Staff sign-in</strong>
            <span>Write, change and delete a hotel’s offers</span>
            <span className="door-action">Sign in</span>
          </Link>
        </li>
      </ul>
      <DemoLogins />
    </Page>
  );
}
