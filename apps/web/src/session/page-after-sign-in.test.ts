// Where people land after signing in.
import type { UserJson } from "@lockstep-demo/api";
import { expect, it } from "vitest";
import { pageAfterSignIn } from "./page-after-sign-in.ts";

const noor: UserJson = {
  id: 5,
  email: "noor@crm.example",
  first_name: "Noor",
  last_name: "Haddad",
  hotel_slug: null,
  hotel_name: null,
};
const aoife: UserJson = { ...noor, hotel_slug: "killarney", hotel_name: "Hotel Killarney" };

it("is the inbox for users of the CRM, and the hotel's offers for its staff", () => {
  expect(pageAfterSignIn(noor, null)).toBe("/inbox");
  expect(pageAfterSignIn(aoife, null)).toBe("/staff/killarney/offers");
});

it.each(["/inbox", "/inbox/6", "/staff/killarney/offers", "/staff/killarney/chat/2"])(
  "is %s where that asked for the sign-in",
  (next) => {
    expect(pageAfterSignIn(noor, next)).toBe(next);
  },
);

it.each(["https://elsewhere.example", "//elsewhere.example", "/inbox/../api", "/inbox?x", ""])(
  "is never %j",
  (next) => {
    expect(pageAfterSignIn(noor, next)).toBe("/inbox");
  },
);
