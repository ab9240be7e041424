// Every page by its address.
import { QueryClientProvider } from "@tanstack/react-query";
import { Route, Switch } from "wouter";
import { HomePage } from "./home/home-page.tsx";
import { NotFoundPage } from "./home/not-found-page.tsx";
import { HotelPage } from "./offers/hotel-page.tsx";
import { StaffOffersPage } from "./offers/staff-offers-page.tsx";
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
        <Route path="/hotel/:slug">{({ slug }) => <HotelPage key={slug} slug={slug} />}</Route>
        <Route path="/staff/sign-in">
          <SignInPage />
        </Route>
        <Route path="/staff/:slug/offers">
          {({ slug }) => (
            <StaffOnly>
              {(session) => <StaffOffersPage key={slug} slug={slug} session={session} />}
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
