// The list after any payload that the contract allows: made from its schema, up to the edges.
import { loadPayloads } from "@lockstep/testing/payloads";
import { describe, expect, it } from "vitest";
import { applyOfferEvent, type OfferEvent } from "./apply-offer-event.ts";
import { listOf, makeOffer } from "./test-offers.ts";

const contract = new URL("../../../../asyncapi/asyncapi.yaml", import.meta.url);
const payloads = await loadPayloads(contract);
const keys = ["offerCreated", "offerUpdated", "offerDeleted", "offerImageUpdated"] as const;

describe.each(keys)("%s", (type) => {
  const events = payloads
    .of("hotelOffers", type)
    .valid.map((payload) => ({ type, payload }) as OfferEvent);
  const known = listOf(makeOffer(1), makeOffer(2));

  it("may come twice: the second time changes nothing", () => {
    for (const event of events) {
      const once = applyOfferEvent(known, event);
      expect(applyOfferEvent(once, event)).toEqual(once);
    }
  });

  it("never shows an offer twice, in whatever order all of them come", () => {
    for (const order of [events, events.toReversed()]) {
      const ids = order.reduce(applyOfferEvent, known).offers.map(({ id }) => id);
      expect(ids).toEqual([...new Set(ids)]);
    }
  });
});
