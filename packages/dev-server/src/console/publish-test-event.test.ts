import { describe, expect, it } from "vitest";
import { hotels } from "../contract/contract.test.helper.ts";
import { createTestHub } from "../protocol/fakes.test.helper.ts";
import type { PublishAnswer } from "./page/wire.ts";
import { publishTestEvent } from "./publish-test-event.ts";

const conversation = {
  channel: "conversation",
  event: "newMessage",
  parameters: { hotelSlug: "hotel-paradise", conversationId: "45" },
  payload: '{"id":902}',
};

function publish(request: unknown, contract = true): { answer: PublishAnswer; sent: unknown[] } {
  const { hub, events } = createTestHub();
  const body = Buffer.from(typeof request === "string" ? request : JSON.stringify(request));
  const answer = publishTestEvent(hub, { contract: contract ? hotels : undefined, body });
  const sent = events.flatMap((event) =>
    event.type === "published" ? [[event.channel, event.event, JSON.parse(event.data)]] : [],
  );
  return { answer, sent };
}

describe("publishTestEvent", () => {
  it("publishes by the contract's keys", () => {
    const name = "private-hotel-paradise-conversation-45-chat";
    expect(publish(conversation)).toEqual({
      answer: { channel: name, event: "new-message", subscribers: 0 },
      sent: [[name, "new-message", { id: 902 }]],
    });
  });

  it("puts a payload into its envelope", () => {
    const { sent } = publish({
      channel: "hotelOffers",
      event: "offerDeleted",
      parameters: { hotelSlug: "killarney" },
      payload: '{"offer_id":7}',
    });
    expect(sent).toEqual([["hotel-killarney", "offer-deleted", { offer_id: 7 }]]);
    const staff = publish({
      channel: "staffChat",
      event: "messageCreated",
      parameters: { conversationId: "1" },
      payload: '{"message_id":1}',
    });
    expect(staff.sent).toEqual([
      [
        "private-staff-1",
        "message_created",
        {
          specversion: "1.0",
          id: expect.stringMatching(/^[0-9a-f-]{36}$/),
          source: "/lockstep/console",
          type: "message_created",
          time: "2030-01-01T00:00:00.000Z",
          data: { message_id: 1 },
        },
      ],
    ]);
  });

  it.each([
    ["a payload that is wrong", { payload: "{}" }, ["payload/id must be integer"]],
    ["a payload that is no JSON", { payload: "{" }, ["payload is not JSON"]],
    ["an event that is not there", { event: "gone" }, ["the contract has no such event"]],
    [
      "a parameter that is wrong",
      { parameters: { hotelSlug: "Hotel!", conversationId: "45" } },
      [expect.stringContaining("hotelSlug")],
    ],
    ["parameters that are missing", { parameters: null }, [expect.stringContaining("hotelSlug")]],
    [
      "a payload that is too large",
      { payload: JSON.stringify({ id: 1, text: "x".repeat(11_000) }) },
      ["payload is too large: at most 10240 bytes may be sent"],
    ],
  ])("refuses %s", (_, changed, problems) => {
    expect(publish({ ...conversation, ...changed })).toEqual({ answer: { problems }, sent: [] });
  });

  it("refuses what is no request, and everything without a contract", () => {
    const refused = { answer: { problems: ["the contract has no such event"] }, sent: [] };
    for (const body of ["", "null", "[]", "7"]) expect(publish(body)).toEqual(refused);
    expect(publish(conversation, false)).toEqual(refused);
  });
});
