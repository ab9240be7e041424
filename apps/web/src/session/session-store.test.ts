// The session through reloads, refusals and sign-ins.
import { expect, it } from "vitest";
import { createGuestSessionStore } from "./guest-session.ts";
import {
  chatPage,
  guestsPage,
  inboxPage,
  pageAfterSignIn,
  signInPage,
} from "./page-after-sign-in.ts";
import { createSessionStore, type Session } from "./session-store.ts";

const user = {
  id: 1,
  email: "aoife@killarney.example",
  first_name: "Aoife",
  last_name: "Byrne",
  hotel_slug: "killarney",
  hotel_name: "Hotel Killarney",
};
const session: Session = { token: "t1", user };

function memory(): Pick<Storage, "getItem" | "setItem" | "removeItem"> {
  const values = new Map<string, string>();
  return {
    getItem: (key) => values.get(key) ?? null,
    setItem: (key, value) => void values.set(key, value),
    removeItem: (key) => void values.delete(key),
  };
}

it("outlives a reload", () => {
  const storage = memory();
  createSessionStore(storage).start(session);
  expect(createSessionStore(storage).get()).toEqual({ session, hasExpired: false });
});

it("tells an expired session from one that was ended", () => {
  const store = createSessionStore(memory());
  store.start(session);
  store.expire("t1");
  expect(store.get()).toEqual({ session: null, hasExpired: true });
  store.start(session);
  store.end();
  expect(store.get()).toEqual({ session: null, hasExpired: false });
});

it("does not end a new session because of a late refusal of the old one", () => {
  const store = createSessionStore(memory());
  store.start({ ...session, token: "t2" });
  store.expire("t1");
  expect(store.get().session?.token).toBe("t2");
});

it("tells of every token what became of it, whoever has signed in since", () => {
  const store = createSessionStore(memory());
  store.start(session);
  expect(store.standingOf("t1")).toBe("current");
  store.expire("t1");
  store.start({ ...session, token: "t2" });
  store.end();
  // a late refusal makes no expiry of a wish
  store.expire("t2");
  store.start({ ...session, token: "t3" });
  expect(["t1", "t2", "t3"].map(store.standingOf)).toEqual(["expired", "ended", "current"]);
});

it.each(["", "{", "null", '{"token":1}', '{"token":"t","user":null}'])(
  "takes the stored text %j for no session",
  (text) => {
    const storage = { ...memory(), getItem: () => text };
    expect(createSessionStore(storage).get().session).toBeNull();
  },
);

it("goes on after sign-in only to pages of its own", () => {
  expect(pageAfterSignIn(user, "/staff/hotel-paradise/offers")).toBe(
    "/staff/hotel-paradise/offers",
  );
  for (const next of [
    null,
    "https://elsewhere.test",
    "//elsewhere.test/staff/a/offers",
    "/hotel/x",
  ])
    expect(pageAfterSignIn(user, next)).toBe("/staff/killarney/offers");
  for (const next of [chatPage("killarney"), guestsPage("killarney", 12), inboxPage(3)])
    expect(pageAfterSignIn(user, next)).toBe(next);
  expect(pageAfterSignIn({ ...user, hotel_slug: null }, null)).toBe(inboxPage());
  expect(signInPage("/staff/killarney/offers")).toBe(
    "/staff/sign-in?next=%2Fstaff%2Fkillarney%2Foffers",
  );
});

it("stands beside a guest's session in the same storage, and each ends alone", () => {
  const storage = memory();
  const staff = createSessionStore(storage);
  const guest = createGuestSessionStore(storage);
  const room = {
    token: "t2",
    hotelSlug: "killarney",
    roomNumber: 101,
    conversationId: 1,
    stayId: "s",
  };
  staff.start(session);
  guest.start(room);
  staff.expire("t1");
  guest.expire("t1");
  expect(createSessionStore(storage).get().session).toBeNull();
  expect(createGuestSessionStore(storage).get().session).toEqual(room);
});

it.each([
  { token: "t" },
  { token: "t", hotelSlug: "killarney", roomNumber: 101, conversationId: 1 },
])("takes no guest's session that lacks its room or its stay: %j", (left) => {
  const storage = memory();
  storage.setItem("lockstep-demo.guest-session", JSON.stringify(left));
  expect(createGuestSessionStore(storage).get().session).toBeNull();
});
