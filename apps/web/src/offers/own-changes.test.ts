// Own changes from their beginning to the answer, with events coming before and after it.
import { describe, expect, it } from "vitest";
import { applyOfferEvent } from "./apply-offer-event.ts";
import type { OfferList, OwnUpload } from "./offer-list.ts";
import {
  beginChange,
  dropChange,
  settleCreation,
  settleDeletion,
  settleUpdate,
  settleUpload,
} from "./own-changes.ts";
import { staffOffers } from "./shown-offers.ts";
import { at, draft, listOf, makeOffer } from "./test-offers.ts";

const created = (list: OfferList, id: number) =>
  applyOfferEvent(list, {
    type: "offerCreated",
    payload: { offer: makeOffer(id), action: "created" },
  });
const shown = (list: OfferList) => staffOffers(list).map(({ key, id }) => `${key}=${id}`);

describe("own creation", () => {
  const begun = beginChange(listOf(), draft("mine"));

  it("shows once at every moment when the answer comes first", () => {
    const answered = settleCreation(begun, "mine", makeOffer(1));
    expect([begun, answered, created(answered, 1)].map(shown)).toEqual([
      ["mine=undefined"],
      ["mine=1"],
      ["mine=1"],
    ]);
  });

  it("shows once at every moment when the event comes first", () => {
    const heard = created(begun, 1);
    expect([heard, settleCreation(heard, "mine", makeOffer(1))].map(shown)).toEqual([
      ["mine=1"],
      ["mine=1"],
    ]);
  });

  it("leaves no trace when it fails", () => {
    expect(dropChange(begun, "mine")).toEqual(listOf());
  });

  it("stays gone when somebody deleted it before the answer", () => {
    const gone = applyOfferEvent(created(begun, 1), {
      type: "offerDeleted",
      payload: { offer_id: 1, offer_title: "Spa weekend", action: "deleted" },
    });
    expect([gone, settleCreation(gone, "mine", makeOffer(1))].map(shown)).toEqual([[], []]);
  });

  it("begins once, however often it is told to", () => {
    expect(beginChange(begun, draft("mine"))).toBe(begun);
  });

  it.each([
    {
      events: [1, 2],
      answers: [
        ["a", 2],
        ["b", 1],
      ],
    },
    {
      events: [1],
      answers: [
        ["b", 1],
        ["a", 2],
      ],
    },
    {
      events: [2, 1],
      answers: [
        ["b", 2],
        ["a", 1],
      ],
    },
  ] as const)("shows two equal ones twice, never three times: $events, $answers", (given) => {
    const both = beginChange(beginChange(listOf(), draft("a")), draft("b"));
    const heard = given.events.reduce(created, both);
    expect(shown(heard)).toHaveLength(2);
    const lists = given.answers.map((_, count) =>
      given.answers
        .slice(0, count + 1)
        .reduce((list, [key, id]) => settleCreation(list, key, makeOffer(id)), heard),
    );
    expect(lists.map((list) => shown(list).length)).toEqual([2, 2]);
    expect(lists[1]?.changes).toEqual([]);
  });
});

describe("own update", () => {
  const before = listOf(makeOffer(1), makeOffer(2));
  const begun = beginChange(before, {
    type: "update",
    key: "mine",
    id: 1,
    fields: { title: "Spa week", is_active: false },
  });

  it("shows at once", () => {
    expect(staffOffers(begun).find(({ id }) => id === 1)).toMatchObject({
      isPending: true,
      offer: { title: "Spa week", is_active: false },
    });
  });

  it("keeps what somebody else changed meanwhile when it fails", () => {
    const theirs = makeOffer(1, { short_description: "Three nights", updated_at: at(9) });
    const heard = applyOfferEvent(begun, {
      type: "offerUpdated",
      payload: { offer: theirs, action: "updated" },
    });
    expect(dropChange(heard, "mine").offers[0]).toEqual(theirs);
  });

  it("gives way to a newer state that came before its answer", () => {
    const newest = makeOffer(1, { title: "Spa month", updated_at: at(9) });
    const heard = applyOfferEvent(begun, {
      type: "offerUpdated",
      payload: { offer: newest, action: "updated" },
    });
    const answer = makeOffer(1, { title: "Spa week", updated_at: at(8) });
    expect(settleUpdate(heard, "mine", answer).offers[0]).toEqual(newest);
  });
});

describe("own deletion", () => {
  const begun = beginChange(listOf(makeOffer(1)), { type: "delete", key: "mine", id: 1 });

  it("hides the offer at once, and brings it back when it fails", () => {
    expect(shown(begun)).toEqual([]);
    expect(shown(dropChange(begun, "mine"))).toEqual(["offer-1=1"]);
  });

  it("is final with the answer", () => {
    expect(shown(created(settleDeletion(begun, "mine", 1), 1))).toEqual([]);
  });
});

describe("own upload", () => {
  const upload: OwnUpload = {
    type: "upload",
    key: "mine",
    id: 1,
    preview: "blob:new",
    before: null,
  };
  const begun = beginChange(listOf(makeOffer(1)), upload);
  const photoOf = (list: OfferList) => staffOffers(list)[0]?.offer.photo_url;

  it("shows the preview, then the stored photo", () => {
    expect(photoOf(begun)).toBe("blob:new");
    expect(photoOf(settleUpload(begun, upload, "http://a.test/mine.jpg"))).toBe(
      "http://a.test/mine.jpg",
    );
  });

  it("does not undo a later photo whose event came before the answer", () => {
    const heard = applyOfferEvent(begun, {
      type: "offerImageUpdated",
      payload: {
        offer_id: 1,
        offer_title: "Spa weekend",
        photo_url: "http://a.test/theirs.jpg",
        timestamp: at(9),
      },
    });
    expect(photoOf(settleUpload(heard, upload, "http://a.test/mine.jpg"))).toBe(
      "http://a.test/theirs.jpg",
    );
  });

  it("brings the old photo back when it fails", () => {
    expect(photoOf(dropChange(begun, "mine"))).toBeNull();
  });
});
