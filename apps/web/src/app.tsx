// Every page by its address.
import { QueryClientProvider } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Route, Switch } from "wouter";
import { InboxPage } from "./crm/inbox-page.tsx";
import { GuestPage } from "./guest-chat/guest-page.tsx";
import { ReceptionPage } from "./guest-chat/reception-page.tsx";
import { SideBySidePage } from "./guest-chat/side-by-side-page.tsx";
import { HomePage } from "./home/home-page.tsx";
import { NotFoundPage } from "./home/not-found-page.tsx";
import { HotelPage } from "./offers/hotel-page.tsx";
import { isHotelSlug } from "./offers/is-hotel-slug.ts";
import { StaffOffersPage } from "./offers/staff-offers-page.tsx";
import type { Identity } from "./realtime/identity.ts";
import { RealtimeProvider } from "./realtime/realtime-provider.tsx";
import { queryClient } from "./services.ts";
import type { Session } from "./session/session-store.ts";
import { SignInPage } from "./session/sign-in-page.tsx";
import { StaffOnly } from "./session/staff-only.tsx";
import { StaffChatPage } from "./staff-chat/staff-chat-page.tsx";
import { Toaster } from "./ui/toaster.tsx";

export function App() {
  return (
    <QueryClientProvider client={queryClient}>
      <Switch>
        <Route path="/">
          <HomePage />
        </Route>
        <Route path="/hotel/:slug">
          {({ slug }) => (
            <HotelRoute slug={slug}>
              <HotelPage slug={slug} />
            </HotelRoute>
          )}
        </Route>
        <Route path="/guest">
          <GuestPage />
        </Route>
        <Route path="/side-by-side">
          <SideBySidePage />
        </Route>
        <Route path="/staff/sign-in">
          <SignInPage />
        </Route>
        <Route path="/staff/:slug/offers">
          {({ slug }) => (
            <StaffRoute slug={slug}>
              {(session) => <StaffOffersPage slug={slug} session={session} />}
            </StaffRoute>
          )}
        </Route>
        <Route path="/staff/:slug/chat/:id?">
          {({ slug, id }) => (
            <StaffRoute slug={slug}>
              {(session) => (
                <StaffChatPage slug={slug} conversationId={idOf(id)} session={session} />
              )}
            </StaffRoute>
          )}
        </Route>
        <Route path="/staff/:slug/guests/:id?">
          {({ slug, id }) => (
            <StaffRoute slug={slug}>
              {(session) => (
                <ReceptionPage slug={slug} conversationId={idOf(id)} session={session} />
              )}
            </StaffRoute>
          )}
        </Route>
        <Route path="/inbox/:personId?">
          {({ personId }) => (
            <StaffOnly>
              {(session) => (
                <RealtimeProvider identity={{ kind: "staff", token: session.token }}>
                  <InboxPage
                    key={session.user.id}
                    session={session}
                    personId={personId === undefined ? undefined : Number(personId)}
                  />
                </RealtimeProvider>
              )}
            </StaffOnly>
          )}
        </Route>
        <Route>
          <NotFoundPage />
        </Route>
      </Switch>
      <Toaster />
    </QueryClientProvider>
  );
}

/** No conversation has the id `NaN`, so that what is no number names none. */
function idOf(text: string | undefined): number | undefined {
  return text === undefined ? undefined : Number(text);
}

interface StaffRouteProps {
  readonly slug: string;
  readonly children: (session: Session) => ReactNode;
}

function StaffRoute({ slug, children }: StaffRouteProps) {
  return (
    <StaffOnly>
      {(session) => (
        <HotelRoute slug={slug} identity={{ kind: "staff", token: session.token }}>
          {children(session)}
        </HotelRoute>
      )}
    </StaffOnly>
  );
}

interface HotelRouteProps {
  readonly slug: string;
  readonly identity?: Identity;
  readonly children: ReactNode;
}

/** Another hotel is another page, with nothing left of the one before. */
function HotelRoute({ slug, children, ...realtime }: HotelRouteProps) {
  return isHotelSlug(slug) ? (
    <RealtimeProvider key={slug} {...realtime}>
      {children}
    </RealtimeProvider>
  ) : (
    <NotFoundPage />
  );
}
