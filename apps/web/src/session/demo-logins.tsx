// The people whom a visitor of the demo can sign in as.
import { demoHotels } from "./demo-people.ts";

export function DemoLogins() {
  return (
    <section className="demo-logins stack" aria-labelledby="demo-logins">
      <h2 id="demo-logins">Demo logins</h2>
      <dl>
        {demoHotels.map((hotel) => (
          <div key={hotel.slug}>
            <dt>{hotel.name}</dt>
            {hotel.staff.map((email) => (
              <dd key={email}>
                <code>{email}</code>
              </dd>
            ))}
          </div>
        ))}
      </dl>
      <p className="hint">The password of all of them is in the README.</p>
    </section>
  );
}
