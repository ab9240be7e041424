// Sign-in of staff and of users of the CRM, with e-mail and password.
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useRef } from "react";
import { Redirect, useSearchParams } from "wouter";
import { answerOf, api } from "../api/api-client.ts";
import { sentenceOf } from "../api/api-error.ts";
import { session } from "../services.ts";
import { Field } from "../ui/field.tsx";
import { Notice } from "../ui/notice.tsx";
import { Page } from "../ui/page.tsx";
import { DemoLogins } from "./demo-logins.tsx";
import { demoPassword } from "./demo-people.ts";
import { pageAfterSignIn } from "./page-after-sign-in.ts";
import { useSessionState } from "./use-session.ts";

export function SignInPage() {
  const { session: current, hasExpired } = useSessionState();
  const email = useRef<HTMLInputElement>(null);
  const password = useRef<HTMLInputElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const [search] = useSearchParams();
  const signIn = useMutation({ mutationFn: requestSession, onSuccess: session.start });

  if (current) return <Redirect replace to={pageAfterSignIn(current.user, search.get("next"))} />;

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    signIn.mutate({ email: String(form.get("email")), password: String(form.get("password")) });
  }

  function fillIn(demoEmail: string): void {
    if (email.current) email.current.value = demoEmail;
    if (password.current) password.current.value = demoPassword;
    button.current?.focus();
  }

  return (
    <Page title="Sign in" width="narrow">
      <p className="lead">For a hotel’s staff, and for the users of the CRM.</p>
      {hasExpired && !signIn.isError ? (
        <Notice kind="info">Your session has ended. Please sign in again.</Notice>
      ) : null}
      {signIn.isError ? <Notice kind="error">{sentenceOf(signIn.error)}</Notice> : null}
      <form className="panel stack" onSubmit={submit}>
        <Field label="E-mail">
          {(field) => (
            <input
              {...field}
              ref={email}
              name="email"
              type="email"
              autoComplete="username"
              required
            />
          )}
        </Field>
        <Field label="Password">
          {(field) => (
            <input
              {...field}
              ref={password}
              name="password"
              type="password"
              autoComplete="current-password"
              required
            />
          )}
        </Field>
        <button
          className="button is-primary"
          type="submit"
          ref={button}
          disabled={signIn.isPending}
        >
          {signIn.isPending ? "Signing in…" : "Sign in"}
        </button>
      </form>
      <DemoLogins onChoose={fillIn} />
    </Page>
  );
}

function requestSession(credentials: { readonly email: string; readonly password: string }) {
  return answerOf(api.auth.login.$post({ json: credentials }));
}
