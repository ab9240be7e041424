// A guest's sign-in: hotel, room and PIN.
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useRef } from "react";
import { sentenceOf } from "../api/api-error.ts";
import { guestSession } from "../services.ts";
import { type DemoGuest, demoHotels } from "../session/demo-people.ts";
import { useGuestSessionState } from "../session/use-session.ts";
import { Field } from "../ui/field.tsx";
import { Notice } from "../ui/notice.tsx";
import { Page } from "../ui/page.tsx";
import { roomName, signInGuest } from "./guest-chat-api.ts";

export function GuestSignIn() {
  const { hasExpired } = useGuestSessionState();
  const form = useRef<HTMLFormElement>(null);
  const signIn = useMutation({ mutationFn: signInGuest, onSuccess: guestSession.start });

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    signIn.mutate({
      hotelSlug: String(fields.get("hotel")),
      roomNumber: Number(fields.get("room")),
      pin: String(fields.get("pin")),
    });
  }

  function fillIn(hotelSlug: string, { roomNumber, pin }: DemoGuest): void {
    const values = { hotel: hotelSlug, room: String(roomNumber), pin };
    for (const [name, value] of Object.entries(values)) {
      const field = form.current?.elements.namedItem(name);
      if (field instanceof HTMLInputElement || field instanceof HTMLSelectElement)
        field.value = value;
    }
    form.current?.querySelector<HTMLButtonElement>("[type=submit]")?.focus();
  }

  return (
    <Page title="Chat with the reception" width="narrow">
      <p className="lead">For the guests of a room, with the PIN from their key card.</p>
      {hasExpired && !signIn.isError ? (
        <Notice kind="info">Your session has ended. Please sign in again.</Notice>
      ) : null}
      {signIn.isError ? <Notice kind="error">{sentenceOf(signIn.error)}</Notice> : null}
      <form className="panel stack" onSubmit={submit} ref={form}>
        <Field label="Hotel">
          {(field) => (
            <select {...field} name="hotel">
              {demoHotels.map(({ slug, name }) => (
                <option key={slug} value={slug}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </Field>
        <div className="field-row">
          <Field label="Room">
            {(field) => (
              <input {...field} name="room" type="number" min={1} max={99_999} required />
            )}
          </Field>
          <Field label="PIN">
            {(field) => (
              <input
                {...field}
                name="pin"
                inputMode="numeric"
                pattern="[0-9]{4,8}"
                title="4 to 8 digits"
                autoComplete="off"
                required
              />
            )}
          </Field>
        </div>
        <button className="button is-primary" type="submit" disabled={signIn.isPending}>
          {signIn.isPending ? "Signing in…" : "Open the chat"}
        </button>
      </form>
      <section className="demo-logins stack" aria-labelledby="demo-guests">
        <h2 id="demo-guests">Guests of the demo</h2>
        <dl>
          {demoHotels.map(({ slug, name, guests }) => (
            <div key={slug}>
              <dt>{name}</dt>
              {guests.map((guest) => (
                <dd key={guest.roomNumber}>
                  <button
                    className="button is-quiet"
                    type="button"
                    onClick={() => fillIn(slug, guest)}
                  >
                    {`${roomName(guest.roomNumber)}, ${guest.name}`}
                  </button>
                </dd>
              ))}
            </div>
          ))}
        </dl>
        <p className="hint">A click on a room fills in the form.</p>
      </section>
    </Page>
  );
}
