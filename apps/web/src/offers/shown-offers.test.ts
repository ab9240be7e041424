// What is shown of a list, and in which order.
import { expect, it } from "vitest";
import { publicOffers, staffOffers } from "./shown-offers.ts";
import { at, draft, listOf, makeOffer } from "./test-offers.ts";

const ids = (shown: ReturnType<typeof staffOffers>) => shown.map(({ id }) => id);

it("sorts by place, then newest first", () => {
  const list = listOf(
    makeOffer(1, { sort_order: 2 }),
    makeOffer(2, { sort_order: 1 }),
    makeOffer(3, { sort_order: 1 }),
    makeOffer(4, { sort_order: 10 }),
  );
  expect(ids(staffOffers(list))).toEqual([3, 2, 1, 4]);
});

it("sorts offers of one instant by the newer id, and drafts before them", () => {
  const same = { created_at: at(0) };
  const list = { ...listOf(makeOffer(1, same), makeOffer(2, same)), changes: [draft("mine")] };
  expect(ids(staffOffers(list))).toEqual([undefined, 2, 1]);
});

it("shows guests only what is active", () => {
  const list = listOf(makeOffer(1), makeOffer(2, { is_active: false }));
  expect(ids(publicOffers(list))).toEqual([1]);
  expect(ids(staffOffers(list))).toEqual([2, 1]);
});
