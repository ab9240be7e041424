import * as events from "@lockstep-demo/events";
import { expect, test } from "vitest";
import { contractOfChannels } from "./contract-of-channels.ts";

const contract = contractOfChannels("Hotel realtime", events);
const offers = contract.channels.find(({ key }) => key === "hotelOffers");

test("the contract has every channel of the events package, with its wire names", () => {
  expect(contract.channels).toHaveLength(
    Object.keys(events).filter((name) => name.endsWith("Channel")).length,
  );
  expect(offers?.address).toBe("hotel-{hotelSlug}");
  expect(offers?.events.map(({ name }) => name)).toContain("offer-deleted");
});

test("a payload is judged by the generated schema, with the place of each fault", () => {
  const deleted = offers?.events.find(({ name }) => name === "offer-deleted");
  expect(deleted?.judge({ offer_id: 7, offer_title: "Spa", action: "deleted" })).toEqual([]);
  expect(deleted?.judge({ offer_id: "7", offer_title: "Spa", action: "deleted" })).toEqual([
    { pointer: "/offer_id", problem: "must be a number" },
  ]);
});

test("an envelope and the members of a presence channel are kept", () => {
  const chat = contract.channels.find(({ key }) => key === "staffChatConversation");
  expect(chat?.events.find(({ name }) => name === "message_created")?.envelope?.type).toBe(
    "message_created",
  );
  const room = contract.channels.find(({ key }) => key === "guestRoomPresence");
  expect(room?.judgeMember?.({ name: "Emma" })).toEqual([
    { pointer: "/role", problem: "is missing" },
  ]);
});
