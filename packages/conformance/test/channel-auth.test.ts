// A page with many private channels, on the official client: how it asks for them, and with which token.
import { authorizeInBatches } from "@lockstep/runtime/subscribe";
import { createChannelAuthorizer } from "@lockstep-demo/publishers";
import {
  createSubscriber,
  type Subscriber,
  type Subscription,
  subscribeToGuestConversation,
} from "@lockstep-demo/subscribers";
import PusherJs from "pusher-js";
import { expect, onTestFinished, test, vi } from "vitest";
import { startRealClients } from "./real-clients.ts";

const hotelSlug = "killarney";

/** A page's client whose subscriptions an authorizer of the contract judges; it may enter conversations up to 60. */
async function openPage() {
  const { server, pusher, pageOptions } = await startRealClients();
  const authorizer = createChannelAuthorizer<string>(
    {
      privateUser: () => false,
      staffChatConversation: () => false,
      staffChatConversationPresence: () => null,
      staffChatPresence: () => null,
      guestRoom: () => false,
      guestRoomPresence: () => null,
      guestConversation: ({ conversationId }, token) =>
        conversationId <= 60 && token.startsWith("Bearer fresh"),
    },
    pusher,
  );
  const tokens: string[] = [];
  const customHandler = authorizeInBatches({
    endpoint: "http://localhost/auth",
    headers: async () => {
      await new Promise((resolve) => setImmediate(resolve));
      return { Authorization: `Bearer fresh ${tokens.length + 1}` };
    },
    fetch: (input, init) => {
      const request = new Request(input, init);
      const token = request.headers.get("Authorization") ?? "";
      tokens.push(token);
      return authorizer.handle(request, token);
    },
  });
  const channelAuthorization = { transport: "ajax", endpoint: "", customHandler } as const;
  const client = new PusherJs(server.key, { ...pageOptions, channelAuthorization });
  onTestFinished(() => client.disconnect());
  return { client, subscriber: createSubscriber(client), tokens };
}

function subscribeToMany(subscriber: Subscriber, count: number): readonly Subscription[] {
  const ids = Array.from({ length: count }, (_, index) => index + 1);
  return ids.map((conversationId) =>
    subscribeToGuestConversation(
      subscriber,
      { hotelSlug, conversationId },
      {},
      { onError: () => undefined },
    ),
  );
}

const count = (subscriptions: readonly Subscription[], state: Subscription["state"]) =>
  subscriptions.filter((subscription) => subscription.state === state).length;

test("sixty-two private channels take two requests, each with a token fetched for it", async () => {
  const { subscriber, tokens } = await openPage();
  const subscriptions = subscribeToMany(subscriber, 62);
  await vi.waitUntil(
    () => count(subscriptions, "subscribed") === 60 && count(subscriptions, "refused") === 2,
  );
  expect(tokens).toHaveLength(2);
  expect(tokens[0]).toBe("Bearer fresh 1");
});

test("after a lost connection they take one request more, not one each", async () => {
  const { client, subscriber, tokens } = await openPage();
  const subscriptions = subscribeToMany(subscriber, 40);
  await vi.waitUntil(() => count(subscriptions, "subscribed") === 40);
  expect(tokens).toHaveLength(1);
  client.disconnect();
  client.connect();
  await vi.waitUntil(() => tokens.length > 1 && count(subscriptions, "subscribed") === 40);
  expect(tokens).toEqual(["Bearer fresh 1", "Bearer fresh 2"]);
});
