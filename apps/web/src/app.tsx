// Every page by its address.
import { QueryClientProvider } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Route, Switch } from "wouter";
import { HomePage } from "./home/home-page.tsx";
import { NotFoundPage } from "./home/not-found-page.tsx";
import { HotelPage } from "./offers/hotel-page.tsx";
import { isHotelSlug } from "./offers/is-hotel-slug.ts";
import { StaffOffersPage } from "./offers/staff-offers-page.tsx";
import type { Identity } from "./realtime/identity.ts";
import { RealtimeProvider } from "./realtime/realtime-provider.tsx";
import { queryClient } from "./services.ts";
import { SignInPage } from "./session/sign-in-page.tsx";
import { StaffOnly } from "./session/staff-only.tsx";
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
        <Route path="/staff/sign-in">
          <SignInPage />
        </Route>
        <Route path="/staff/:slug/offers">
          {({ slug }) => (
            <StaffOnly>
              {(session) => (
                <HotelRoute slug={slug} identity={{ kind: "staff", token: session.token }}>
                  <StaffOffersPage slug={slug} session={session} />
                </HotelRoute>
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
