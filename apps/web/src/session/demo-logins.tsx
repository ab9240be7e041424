// The people whom a visitor of the demo can sign in as.
import { demoCrmUsers, demoHotels, demoPassword } from "./demo-people.ts";

export interface DemoLoginsProps {
  /** Called with the chosen address; without it there is nothing to choose. */
  readonly onChoose?: (email: string) => void;
}

const groups = [
  ...demoHotels.map(({ name, staff }) => ({ name, emails: staff })),
  { name: "CRM", emails: demoCrmUsers },
];

export function DemoLogins({ onChoose }: DemoLoginsProps) {
  return (
    <section className="demo-logins stack" aria-labelledby="demo-logins">
      <h2 id="demo-logins">Demo logins</h2>
      <dl>
        {groups.map(({ name, emails }) => (
          <div key={name}>
            <dt>{name}</dt>
            {emails.map((email) => (
              <dd key={email}>
                {onChoose ? (
                  <button className="button is-quiet" type="button" onClick={() => onChoose(email)}>
                    {email}
                  </button>
                ) : (
                  <code>{email}</code>
                )}
              </dd>
            ))}
          </div>
        ))}
      </dl>
      <p className="hint">
        The password of all of them is <code>{demoPassword}</code>.
        {onChoose ? " A click on an address fills in the form." : null}
      </p>
    </section>
  );
}
