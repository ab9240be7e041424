// The cached list while answers are on their way.
import { QueryClient } from "@tanstack/react-query";
import { expect, it } from "vitest";
import { applyOfferEvent, putOffer } from "./apply-offer-event.ts";
import type { Offer } from "./offer.ts";
import { createOfferStore, offersKey, withSnapshot } from "./offer-store.ts";
import { beginChange, dropChange } from "./own-changes.ts";
import { at, draft, listOf, makeOffer } from "./test-offers.ts";

const key = offersKey("killarney", "staff");

function openStore() {
  const client = new QueryClient();
  const store = createOfferStore(client);
  let answer: (offers: readonly Offer[]) => void = () => undefined;
  const fetchOffers = () => new Promise<readonly Offer[]>((resolve) => (answer = resolve));
  const load = () =>
    client.fetchQuery({ queryKey: key, queryFn: () => store.load(key, fetchOffers) });
  return { client, store, load, answer: (...offers: readonly Offer[]) => answer(offers) };
}

it("applies to the first answer what came while it was on its way", async () => {
  const { store, load, answer } = openStore();
  const loading = load();
  store.change(key, (list) => putOffer(list, makeOffer(2)));
  answer(makeOffer(1));
  await loading;
  expect(store.read(key)?.offers).toEqual([makeOffer(1), makeOffer(2)]);
});

it("does not let an answer bring back what was deleted while it was on its way", async () => {
  const { store, load, answer } = openStore();
  const loading = load();
  store.change(key, (list) =>
    applyOfferEvent(list, {
      type: "offerDeleted",
      payload: { offer_id: 1, offer_title: "Spa weekend", action: "deleted" },
    }),
  );
  answer(makeOffer(1), makeOffer(2));
  await loading;
  expect(store.read(key)?.offers).toEqual([makeOffer(2)]);
});

it("keeps own changes that are still open, and forgets those that have ended, when it fetches again", async () => {
  const { client, store, load, answer } = openStore();
  client.setQueryData(key, listOf(makeOffer(1)));
  const loading = load();
  store.change(key, (list) => beginChange(list, draft("ended")));
  store.change(key, (list) => beginChange(list, draft("open")));
  store.change(key, (list) => dropChange(list, "ended"));
  answer(makeOffer(1));
  await loading;
  expect(store.read(key)?.changes).toEqual([draft("open")]);
});

it("leaves the other audience's list and other hotels' lists alone", () => {
  const { client, store } = openStore();
  const publicKey = offersKey("killarney", "public");
  client.setQueryData(publicKey, listOf());
  store.change(key, (list) => putOffer(list, makeOffer(1)));
  expect(store.read(publicKey)?.offers).toEqual([]);
});

it("takes a fresh answer over what it knew, but for newer states and deletions", () => {
  const newer = makeOffer(2, { title: "newer", updated_at: at(9) });
  const known = { ...listOf(makeOffer(1), newer), gone: [3] };
  const fresh = [makeOffer(2), makeOffer(3), makeOffer(4)];
  expect(withSnapshot(fresh, known)).toEqual({ ...known, offers: [newer, makeOffer(4)] });
});
