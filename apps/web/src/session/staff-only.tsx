// Shows a page to whoever is signed in, and the sign-in to everyone else.
import type { ReactNode } from "react";
import { Redirect, useLocation } from "wouter";
import { signInPage } from "./page-after-sign-in.ts";
import type { Session } from "./session-store.ts";
import { useSessionState } from "./use-session.ts";

export interface StaffOnlyProps {
  readonly children: (session: Session) => ReactNode;
}

export function StaffOnly({ children }: StaffOnlyProps) {
  const { session } = useSessionState();
  const [location] = useLocation();
  return session ? children(session) : <Redirect replace to={signInPage(location)} />;
}
