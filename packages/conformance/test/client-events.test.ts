// Client events between the official clients: who sent one is the server's word.
import { createChannelAuthorizer } from "@lockstep-demo/publishers";
import {
  createSubscriber,
  subscribeToStaffChatConversationPresence,
} from "@lockstep-demo/subscribers";
import PusherJs from "pusher-js";
import { expect, onTestFinished, test, vi } from "vitest";
import { startRealClients } from "./real-clients.ts";

const parameters = { hotelSlug: "killarney", conversationId: 1 };
const staff: Readonly<Record<number, string>> = { 4: "Aoife Byrne", 5: "Ciarán Walsh" };

async function openConversation() {
  const { server, pusher, pageOptions } = await startRealClients();
  const authorizer = createChannelAuthorizer<number>(
    {
      privateUser: () => false,
      staffChatConversation: () => false,
      staffChatConversationPresence: (_, id) => ({
        userId: `staff-${id}`,
        member: { staff_id: id, staff_name: staff[id] ?? "" },
      }),
      staffChatPresence: () => null,
      guestRoom: () => false,
      guestRoomPresence: () => null,
      guestConversation: () => false,
    },
    pusher,
  );
  /** A page of somebody who is in the conversation. */
  return async (id: number) => {
    const client = new PusherJs(server.key, {
      ...pageOptions,
      channelAuthorization: {
        transport: "ajax",
        endpoint: "",
        customHandler: async (request, callback) => {
          const decision = await authorizer.authorize(request, id);
          if (decision.granted) callback(null, decision.authorization);
          else callback(new Error(decision.reason), null);
        },
      },
    });
    onTestFinished(() => client.disconnect());
    const clientTyping = vi.fn();
    const subscription = subscribeToStaffChatConversationPresence(
      createSubscriber(client),
      parameters,
      { clientTyping },
    );
    await vi.waitUntil(() => subscription.state === "subscribed");
    return { client, clientTyping, subscription };
  };
}

test("a page that claims to be somebody else is told by the id that the server adds", async () => {
  const enter = await openConversation();
  const aoife = await enter(4);
  const ciaran = await enter(5);
  await vi.waitUntil(() => aoife.subscription.members.size === 2);

  const claim = { staff_id: 1, staff_name: "The manager" };
  ciaran.subscription.trigger("clientTyping", claim);
  // nor does a field of the payload
  ciaran.client.connection.send_event(
    "client-typing",
    { ...claim, user_id: "staff-4" },
    ciaran.subscription.channel,
  );

  await vi.waitUntil(() => aoife.clientTyping.mock.calls.length === 2);
  for (const [, { userId }] of aoife.clientTyping.mock.calls) {
    expect(aoife.subscription.members.get(userId)).toEqual({
      staff_id: 5,
      staff_name: "Ciarán Walsh",
    });
  }
  expect(ciaran.clientTyping).not.toHaveBeenCalled();
});
