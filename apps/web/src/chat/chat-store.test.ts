// The chat store: what comes over the bus, each message once, and every session for itself.
import { QueryClient } from "@tanstack/react-query";
import { expect, it } from "vitest";
import { type ChatPlace, createChatEvents } from "./chat-events.ts";
import type { ChatMessage } from "./chat-log.ts";
import { conversationsKey, createChatStore, logKey } from "./chat-store.ts";
import { shownMessages } from "./shown-messages.ts";

const reception: ChatPlace = {
  chat: "guest-chat",
  hotelSlug: "killarney",
  conversationId: 1,
  audience: "staff",
};
const guest: ChatPlace = { ...reception, audience: "guest" };

function message(id: number, changes: Partial<ChatMessage> = {}): ChatMessage {
  return {
    id,
    text: `message ${id}`,
    author: "Aoife",
    isOwn: false,
    sentAt: "2026-11-21T12:00:00Z",
    ...changes,
  };
}

async function openStore() {
  const client = new QueryClient();
  const events = createChatEvents();
  const store = createChatStore(client, events);
  const load = (place: ChatPlace, ...messages: readonly ChatMessage[]) => {
    const key = logKey(place);
    const fetchAnswer = async () => ({ messages, receipts: {} });
    return client.fetchQuery({ queryKey: key, queryFn: () => store.logs.load(key, fetchAnswer) });
  };
  const texts = (place: ChatPlace) => {
    const log = store.logs.read(logKey(place));
    return log && shownMessages(log).map(({ text }) => text);
  };
  await Promise.all([load(reception), load(guest)]);
  return { client, events, store, load, texts };
}

it("takes a message once that two channels carry, also after it was fetched", async () => {
  const { events, load, texts } = await openStore();
  for (let copy = 0; copy < 2; copy++)
    events.emit({ place: guest, type: "message", message: message(1) });
  await load(guest, message(1));
  events.emit({ place: guest, type: "message", message: message(1) });
  expect(texts(guest)).toEqual(["message 1"]);
});

it("shows each session what its own subscriptions brought", async () => {
  const { events, texts } = await openStore();
  events.emit({ place: guest, type: "message", message: message(1) });
  expect([texts(guest), texts(reception)]).toEqual([["message 1"], []]);
});

it("notes how far a message came", async () => {
  const { events, store } = await openStore();
  events.emit({ place: reception, type: "message", message: message(1, { isOwn: true }) });
  events.emit({ place: reception, type: "receipt", messageId: 1, receipt: "delivered" });
  expect(store.logs.read(logKey(reception))?.receipts).toEqual({ 1: "delivered" });
});

it("keeps the latest message of each conversation in the staff's list, whatever comes last", async () => {
  const { client, events, store } = await openStore();
  const key = conversationsKey("guest-chat", "killarney");
  const list = [1, 2].map((id) => ({ id, title: `Room ${id}`, latest: null }));
  const load = () =>
    client.fetchQuery({
      queryKey: key,
      queryFn: () => store.conversations.load(key, async () => list),
    });
  const latest = () => store.conversations.read(key)?.map((each) => each.latest?.id);
  await load();
  for (const id of [5, 4]) events.emit({ place: reception, type: "message", message: message(id) });
  expect(latest()).toEqual([5, undefined]);
  // an answer that is older than the event
  await load();
  expect(latest()).toEqual([5, undefined]);
});
