// Events applied to a list, in every order in which they can come.
import { describe, expect, it } from "vitest";
import { applyOfferEvent, isNews, type OfferEvent } from "./apply-offer-event.ts";
import { findOffer, type OfferList } from "./offer-list.ts";
import { at, draft, listOf, makeOffer } from "./test-offers.ts";

const created = (offer = makeOffer(1)): OfferEvent => ({
  type: "offerCreated",
  payload: { offer, action: "created" },
});
const updated = (offer = makeOffer(1)): OfferEvent => ({
  type: "offerUpdated",
  payload: { offer, action: "updated" },
});
const deleted = (id = 1): OfferEvent => ({
  type: "offerDeleted",
  payload: { offer_id: id, offer_title: "Spa weekend", action: "deleted" },
});
const photographed = (timestamp: string, id = 1): OfferEvent => ({
  type: "offerImageUpdated",
  payload: {
    offer_id: id,
    offer_title: "Spa weekend",
    photo_url: "http://a.test/new.jpg",
    timestamp,
  },
});
const apply = (list: OfferList, ...events: readonly OfferEvent[]) =>
  events.reduce(applyOfferEvent, list);

describe("applyOfferEvent", () => {
  it("puts a created offer in, once", () => {
    expect(apply(listOf(), created(), created()).offers).toEqual([makeOffer(1)]);
  });

  it("puts an updated offer in the place of its old state", () => {
    const next = makeOffer(1, { title: "Spa week", updated_at: at(9) });
    expect(apply(listOf(makeOffer(1), makeOffer(2)), updated(next)).offers).toEqual([
      next,
      makeOffer(2),
    ]);
  });

  it("puts an updated offer in that it does not know: the public page may not have seen it yet", () => {
    expect(apply(listOf(), updated()).offers).toEqual([makeOffer(1)]);
  });

  it("leaves newer data alone, whatever the time zone of the older", () => {
    const newer = makeOffer(1, { title: "newer", updated_at: "2026-11-21T14:00:00Z" });
    const older = makeOffer(1, { title: "older", updated_at: "2026-11-21T14:30:00+01:00" });
    expect(apply(listOf(newer), created(older), updated(older)).offers).toEqual([newer]);
  });

  it("takes a deleted offer out for good", () => {
    const late = makeOffer(1, { updated_at: at(99) });
    const list = apply(listOf(makeOffer(1)), deleted(), updated(late), created(late), deleted());
    expect(list.offers).toEqual([]);
    expect(list.gone).toEqual([1]);
  });

  it("remembers a deletion that comes before everything else of the offer", () => {
    expect(apply(listOf(), deleted(), created()).offers).toEqual([]);
  });

  it("changes the photo and its time, and nothing else", () => {
    expect(findOffer(apply(listOf(makeOffer(1)), photographed(at(5))), 1)).toEqual(
      makeOffer(1, { photo_url: "http://a.test/new.jpg", updated_at: at(5) }),
    );
  });

  it("leaves a newer photo alone, and ignores that of an offer which it does not know", () => {
    const list = listOf(makeOffer(1, { photo_url: "http://a.test/newest.jpg", updated_at: at(9) }));
    expect(apply(list, photographed(at(5)), photographed(at(5), 2))).toEqual(list);
  });

  it("keeps the older text from coming back with a photo in between", () => {
    const before = makeOffer(1, { title: "before" });
    const after = makeOffer(1, { title: "after", updated_at: at(3) });
    const list = apply(listOf(before), updated(after), photographed(at(5)), updated(before));
    expect(findOffer(list, 1)).toMatchObject({
      title: "after",
      photo_url: "http://a.test/new.jpg",
    });
  });

  it("recognizes its own creation when the event comes before the answer", () => {
    const list = apply({ ...listOf(), changes: [draft("mine")] }, created());
    expect(list.changes).toEqual([draft("mine", { id: 1 })]);
  });

  it("recognizes its own text although a form sends other line ends", () => {
    const mine = draft("mine", { fields: { ...draft("mine").fields, details_text: "a\nb" } });
    const list = apply(
      { ...listOf(), changes: [mine] },
      created(makeOffer(1, { details_text: "a\r\nb" })),
    );
    expect(list.changes[0]?.id).toBe(1);
  });

  it("does not take a different creation for its own", () => {
    const changes = [draft("mine", { preview: "blob:photo" })];
    const list = apply(
      { ...listOf(), changes },
      created(),
      created(makeOffer(2, { title: "Another", photo_url: "http://a.test/1.jpg" })),
    );
    expect(list.changes).toEqual(changes);
  });
});

describe("isNews", () => {
  it.each<[string, OfferList, OfferEvent, boolean]>([
    ["a creation by somebody else", listOf(), created(), true],
    ["a creation that is known already", listOf(makeOffer(1)), created(), false],
    ["a creation of what is gone again", apply(listOf(), deleted()), created(), false],
    ["an own creation before its answer", { ...listOf(), changes: [draft("a")] }, created(), false],
    ["a deletion by somebody else", listOf(makeOffer(1)), deleted(), true],
    ["a deletion that is known already", apply(listOf(makeOffer(1)), deleted()), deleted(), false],
    [
      "an own deletion before its answer",
      { ...listOf(makeOffer(1)), changes: [{ type: "delete", key: "a", id: 1 }] },
      deleted(),
      false,
    ],
    ["an update", listOf(makeOffer(1)), updated(), false],
    ["a photo", listOf(makeOffer(1)), photographed(at(9)), false],
  ])("of %s", (_title, list, event, expected) => {
    expect(isNews(list, event)).toBe(expected);
  });
});
