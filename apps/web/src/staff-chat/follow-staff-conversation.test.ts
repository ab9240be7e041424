// From the wire to the bus: what a page makes of the events of a staff conversation.
import { createMemoryTransport } from "@lockstep/runtime/memory";
import { createSubscriber } from "@lockstep-demo/subscribers";
import { expect, it, vi } from "vitest";
import { type ChatEvent, createChatEvents } from "../chat/chat-events.ts";
import { followStaffConversation } from "./follow-staff-conversation.ts";

const place = {
  chat: "staff-chat",
  hotelSlug: "killarney",
  conversationId: 1,
  audience: "staff",
} as const;
const channel = "private-hotel-killarney.staff-chat.1";

async function follow() {
  const transport = createMemoryTransport();
  const connect = () =>
    transport.connect({ authorize: () => ({ granted: true, authorization: { auth: "" } }) });
  const seen: ChatEvent[] = [];
  const events = createChatEvents();
  events.subscribe((event) => seen.push(event));
  const onError = vi.fn();
  const subscription = followStaffConversation(createSubscriber(connect()), place, {
    events,
    viewerId: 4,
    onError,
  });
  await transport.settled();
  const publish = async (id: string, senderId: number, sequence: number) => {
    transport.server.trigger(
      channel,
      "message_created",
      JSON.stringify({
        specversion: "1.0",
        id,
        source: "/hotels",
        type: "message_created",
        time: "2026-11-21T12:00:00Z",
        sequence: String(sequence).padStart(20, "0"),
        data: {
          message_id: sequence,
          conversation_id: 1,
          sender_id: senderId,
          sender_name: "Aoife Byrne",
          text: "Hello",
          created_at: "2026-11-21T12:00:00Z",
        },
      }),
    );
    await transport.settled();
  };
  return { seen, onError, subscription, publish };
}

it("brings a message in the words of the chats, and tells whose it is", async () => {
  const { seen, publish } = await follow();
  await publish("a", 4, 1);
  await publish("b", 5, 2);
  const message = {
    text: "Hello",
    author: "Aoife Byrne",
    sentAt: "2026-11-21T12:00:00Z",
  };
  expect(seen).toEqual([
    { place, type: "message", message: { ...message, id: 1, isOwn: true } },
    { place, type: "message", message: { ...message, id: 2, isOwn: false } },
  ]);
});

it("drops a second copy of an event, and reports a gap", async () => {
  const { seen, onError, publish } = await follow();
  await publish("a", 5, 1);
  await publish("a", 5, 1);
  expect(seen).toHaveLength(1);
  expect(onError).not.toHaveBeenCalled();
  await publish("c", 5, 3);
  expect(seen).toHaveLength(2);
  expect(onError.mock.calls.map(([, { stage }]) => stage)).toEqual(["sequence"]);
});

it("brings nothing any more after its end", async () => {
  const { seen, subscription, publish } = await follow();
  subscription.unsubscribe();
  await publish("a", 5, 1);
  expect(seen).toEqual([]);
});
