import { expect, it } from "vitest";
import { nearestName } from "./nearest-name.ts";

const events = ["new-message", "message-delivered", "new-staff-message"];
const addresses = [
  "hotel-{hotelSlug}",
  "private-hotel-{hotelSlug}.staff-chat.{conversationId}",
  "private-user-{userId}",
  "{hotelSlug}-room-{roomNumber}-chat",
];

it.each<[string, readonly string[], string | undefined]>([
  ["message-created", ["message_created", "client-typing"], "message_created"],
  ["messageCreated", ["message_created", "client-typing"], "message_created"],
  ["MESSAGE.CREATED", ["message_created"], "message_created"],
  ["created-message", ["message_created", "client-typing"], "message_created"],
  ["message-received", events, "message-delivered"],
  ["new-mesage", events, "new-message"],
  ["offer-create", ["offer-updated", "offer-created"], "offer-created"],
  ["offer-removed", events, undefined],
  ["x", ["y"], "y"],
  ["x", [], undefined],
  ["", ["message"], undefined],
  ["message_created", ["message-created", "message_created"], "message_created"],
  ["hotel_killarney", addresses, "hotel-{hotelSlug}"],
  [
    "private-hotel-killarney.staffchat.1",
    addresses,
    "private-hotel-{hotelSlug}.staff-chat.{conversationId}",
  ],
  ["private-users-7", addresses, "private-user-{userId}"],
  ["paradise-rom-101-chat", addresses, "{hotelSlug}-room-{roomNumber}-chat"],
  ["something else entirely", addresses, undefined],
])("for %j among %j answers %j", (wanted, known, want) => {
  expect(nearestName(wanted, known)).toBe(want);
});
