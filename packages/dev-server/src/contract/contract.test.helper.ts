// A small contract to judge by.
import type { Contract, JudgeValue } from "./contract.ts";

/** Passes objects that have this field, as an integer. */
function hasInteger(field: string): JudgeValue {
  return (value) => {
    const found = (value as Readonly<Record<string, unknown>> | null | undefined)?.[field];
    return Number.isInteger(found) ? [] : [{ pointer: `/${field}`, problem: "must be integer" }];
  };
}

const slug = { type: "string", pattern: "^[a-z0-9]+(?:-[a-z0-9]+)*$" } as const;
const id = { type: "integer", minimum: 1 } as const;
const newMessage = {
  key: "newMessage",
  name: "new-message",
  examples: [{ id: 902 }],
  judge: hasInteger("id"),
};

export const hotels: Contract = {
  title: "Hotels",
  version: "1.0.0",
  channels: [
    {
      key: "hotelOffers",
      address: "hotel-{hotelSlug}",
      parameters: { hotelSlug: slug },
      parameterExamples: { hotelSlug: "killarney" },
      events: [
        {
          key: "offerDeleted",
          name: "offer-deleted",
          examples: [{ offer_id: 7 }],
          judge: hasInteger("offer_id"),
        },
      ],
    },
    {
      key: "conversationPublic",
      address: "{hotelSlug}-conversation-{conversationId}-chat",
      deprecated: { since: "1.0.0", sunset: "2027-06-30", use: "conversation" },
      parameters: { hotelSlug: slug, conversationId: id },
      parameterExamples: {},
      events: [newMessage],
    },
    {
      key: "conversation",
      address: "private-{hotelSlug}-conversation-{conversationId}-chat",
      parameters: { hotelSlug: slug, conversationId: id },
      parameterExamples: { hotelSlug: "hotel-paradise", conversationId: "45" },
      events: [
        newMessage,
        { key: "delivered", name: "message-delivered", examples: [], judge: () => [] },
      ],
    },
    {
      key: "staffChat",
      address: "private-staff-{conversationId}",
      parameters: { conversationId: id },
      parameterExamples: { conversationId: "1" },
      events: [
        {
          key: "messageCreated",
          name: "message_created",
          envelope: { type: "message_created", judgeExtensions: hasInteger("shard") },
          examples: [{ message_id: 1 }],
          judge: hasInteger("message_id"),
        },
        {
          key: "messageCreatedObsolete",
          name: "message-created",
          deprecated: { use: "messageCreated" },
          examples: [],
          judge: () => [],
        },
        { key: "clientTyping", name: "client-typing", examples: [], judge: hasInteger("staff_id") },
      ],
    },
    {
      key: "room",
      address: "presence-room-{conversationId}",
      parameters: { conversationId: id },
      parameterExamples: {},
      events: [],
      judgeMember: hasInteger("floor"),
    },
    {
      key: "secrets",
      address: "private-encrypted-secrets",
      parameters: {},
      parameterExamples: {},
      events: [{ key: "told", name: "told", examples: [], judge: hasInteger("id") }],
    },
  ],
};
