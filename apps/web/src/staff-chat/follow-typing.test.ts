// Who is typing is what the server says, whatever a page claims.
import { createMemoryTransport } from "@lockstep/runtime/memory";
import { createSubscriber } from "@lockstep-demo/subscribers";
import { expect, it, vi } from "vitest";
import { type ChatEvent, createChatEvents } from "../chat/chat-events.ts";
import { followTyping } from "./follow-typing.ts";

const place = {
  chat: "staff-chat",
  hotelSlug: "killarney",
  conversationId: 1,
  audience: "staff",
} as const;
const channel = "presence-hotel-killarney.staff-chat.1";
const staff = { 4: "Aoife Byrne", 5: "Ciarán Walsh" } as const;

async function follow() {
  const transport = createMemoryTransport();
  const connect = (id: keyof typeof staff) =>
    transport.connect({
      authorize: ({ socketId, channelName }) => ({
        granted: true,
        authorization: transport.signer.authorizeChannel(socketId, channelName, {
          user_id: `staff-${id}`,
          user_info: { staff_id: id, staff_name: staff[id] },
        }),
      }),
    });
  const seen: ChatEvent[] = [];
  const events = createChatEvents();
  events.subscribe((event) => seen.push(event));
  const onError = vi.fn();
  const subscription = followTyping(createSubscriber(connect(4)), place, { events, onError });
  const type = async (id: keyof typeof staff, claim: object) => {
    const page = connect(id);
    page.subscribe(channel);
    await transport.settled();
    page.channel(channel)?.trigger("client-typing", claim);
    page.disconnect();
  };
  await transport.settled();
  return { seen, onError, subscription, type };
}

it("names the colleague whom the server knows, not the one whom the page claims to be", async () => {
  const { seen, type } = await follow();
  await type(5, { staff_id: 1, staff_name: "The manager" });
  expect(seen).toEqual([{ place, type: "typing", who: { id: 5, name: "Ciarán Walsh" } }]);
});

it("says nothing of another tab of oneself, even where it claims to be somebody else's", async () => {
  const { seen, type } = await follow();
  await type(4, { staff_id: 5, staff_name: "Ciarán Walsh" });
  expect(seen).toEqual([]);
});

it("shows nothing of what is not the contract's, and reports it", async () => {
  const { seen, onError, type } = await follow();
  await type(5, { staff_id: "5" });
  expect(seen).toEqual([]);
  expect(onError.mock.calls.map(([, { stage }]) => stage)).toEqual(["validate"]);
});

it("brings nothing any more after its end", async () => {
  const { seen, subscription, type } = await follow();
  subscription.unsubscribe();
  await type(5, { staff_id: 5, staff_name: "Ciarán Walsh" });
  expect(seen).toEqual([]);
});
