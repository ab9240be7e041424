// Messages of several people at one page: from what they write to what the server gets, and to what is kept.
import { MutationObserver, QueryClient } from "@tanstack/react-query";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { ApiError, noAnswer } from "../api/api-error.ts";
import { createGuestSessionStore } from "../session/guest-session.ts";
import { askBeforeLeaving } from "./ask-before-leaving.ts";
import { type ChatPlace, createChatEvents } from "./chat-events.ts";
import type { ChatMessage } from "./chat-log.ts";
import { createChatStore, logKey } from "./chat-store.ts";
import { createDraftStore } from "./draft-store.ts";
import { createResending } from "./resending.ts";
import type { Attempt } from "./send-patiently.ts";
import { createSending, type SendingParts, sendingMutation } from "./sending.ts";
import { shownMessages } from "./shown-messages.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const place: ChatPlace = {
  chat: "guest-chat",
  hotelSlug: "killarney",
  conversationId: 1,
  audience: "guest",
};
const key = logKey(place);

function memory() {
  const values = new Map<string, string>();
  return {
    getItem: (name: string) => values.get(name) ?? null,
    setItem: (name: string, value: string) => void values.set(name, value),
    removeItem: (name: string) => void values.delete(name),
  };
}

/** A page whose session is a guest's, beside a server that answers one attempt after another when told to. */
async function openPage() {
  const client = new QueryClient({ defaultOptions: { mutations: { networkMode: "always" } } });
  const session = createGuestSessionStore(memory());
  const drafts = createDraftStore(memory());
  const resending = createResending();
  const store = createChatStore(client, createChatEvents()).logs;
  const parts: SendingParts = {
    drafts,
    resending,
    standingOf: ({ token }) => session.standingOf(token),
  };
  session.subscribe(() => {
    client.removeQueries();
    const { session: current, hasExpired } = session.get();
    if (!hasExpired) drafts.forgetOthers("guest", current?.stayId);
    resending.wake();
  });
  const posted: string[] = [];
  const answers: ((answer: ChatMessage | ApiError) => void)[] = [];
  const settle = () => vi.advanceTimersByTimeAsync(0);
  const load = () =>
    client.fetchQuery({
      queryKey: key,
      queryFn: () => store.load(key, async () => ({ messages: [], receipts: {} })),
    });
  return {
    client,
    session,
    drafts,
    resending,
    posted,
    settle,
    async signIn(token: string, stayId: string) {
      session.start({ token, stayId, hotelSlug: "killarney", roomNumber: 101, conversationId: 1 });
      await load();
      const options = {
        store,
        key,
        author: stayId,
        writer: { audience: "guest", ownerId: stayId, token },
        post: ({ text }: Attempt) => {
          posted.push(`${stayId}: ${text}`);
          return new Promise<ChatMessage>((resolve, reject) =>
            answers.push((answer) =>
              answer instanceof ApiError ? reject(answer) : resolve(answer),
            ),
          );
        },
      } as const;
      const observer = new MutationObserver(client, sendingMutation(options, parts));
      return createSending(
        options,
        parts,
        (message) => void observer.mutate(message).catch(() => undefined),
      );
    },
    async answer(answer: ChatMessage | ApiError) {
      answers.shift()?.(answer);
      await settle();
    },
    shown: () => {
      const log = store.read(key);
      return log && shownMessages(log).map(({ text, status }) => `${text}: ${status}`);
    },
    keyOf: (text: string) =>
      store.read(key)?.outgoing.find((message) => message.text === text)?.key ?? "",
  };
}

function taken(id: number, text: string): ChatMessage {
  return { id, text, author: "Emma", isOwn: true, sentAt: "2026-11-21T12:00:00Z" };
}

it("sends nothing of whoever signs out offline, neither what waits nor what stands behind it", async () => {
  const page = await openPage();
  const emma = await page.signIn("t1", "Emma");
  for (const text of ["one", "two"]) emma.send(text);
  await page.settle();
  await page.answer(noAnswer());
  expect(page.shown()).toEqual(["one: waiting", "two: waiting"]);
  page.session.end();
  await vi.advanceTimersByTimeAsync(60_000);
  page.resending.wake();
  await page.settle();
  expect(page.posted).toEqual(["Emma: one"]);
  expect([page.drafts.read(emma.draft), vi.getTimerCount()]).toEqual(["", 0]);
});

it("keeps nobody waiting for what the one before has on its way, and shows them nothing of it", async () => {
  const page = await openPage();
  const emma = await page.signIn("t1", "Emma");
  emma.send("one");
  await page.settle();
  page.session.end();
  const noor = await page.signIn("t2", "Noor");
  noor.send("mine");
  await page.settle();
  expect(page.posted).toEqual(["Emma: one", "Noor: mine"]);
  await page.answer(taken(1, "one"));
  expect(page.shown()).toEqual(["mine: sending"]);
});

it("keeps the text of a session that expires for its author, in the order in which it was written", async () => {
  const page = await openPage();
  const emma = await page.signIn("t1", "Emma");
  for (const text of ["one", "two"]) emma.send(text);
  await page.settle();
  page.session.expire("t1");
  await page.answer(new ApiError(401, "No."));
  expect(page.drafts.read(emma.draft)).toBe("one\ntwo");
  expect(page.posted).toEqual(["Emma: one"]);
});

it("keeps no text that was discarded, whatever the answer to its last attempt is", async () => {
  const page = await openPage();
  const emma = await page.signIn("t1", "Emma");
  emma.send("one");
  await page.settle();
  await page.answer(noAnswer());
  await vi.advanceTimersByTimeAsync(1_000);
  emma.discard(page.keyOf("one"));
  page.session.expire("t1");
  await page.answer(new ApiError(401, "No."));
  expect(page.drafts.read(emma.draft)).toBe("");
});

it("keeps none of it where somebody else has signed in meanwhile, or its author had signed out", async () => {
  const page = await openPage();
  const emma = await page.signIn("t1", "Emma");
  emma.send("one");
  await page.settle();
  page.session.expire("t1");
  await page.signIn("t2", "Noor");
  await page.answer(new ApiError(401, "No."));
  expect(page.drafts.read(emma.draft)).toBe("");
  const again = await page.signIn("t3", "Emma");
  again.send("two");
  await page.settle();
  page.session.end();
  await page.signIn("t4", "Emma");
  await page.answer(new ApiError(401, "No."));
  expect(page.drafts.read(emma.draft)).toBe("");
});

it("makes no second copy of what is asked for while an attempt is on its way, and discards it whole", async () => {
  const page = await openPage();
  const emma = await page.signIn("t1", "Emma");
  emma.send("one");
  await page.settle();
  await page.answer(noAnswer());
  await vi.advanceTimersByTimeAsync(1_000);
  // the second attempt is on its way, and the sentence of the first still shows
  const message = page.keyOf("one");
  emma.retry(message);
  await page.settle();
  expect([page.shown(), page.client.isMutating()]).toEqual([["one: waiting"], 1]);
  emma.discard(message);
  await page.answer(noAnswer());
  await vi.advanceTimersByTimeAsync(60_000);
  expect(page.posted).toEqual(["Emma: one", "Emma: one"]);
  expect(page.shown()).toEqual([]);
});

it("goes on with what waits, also where its log is made anew meanwhile", async () => {
  const page = await openPage();
  const emma = await page.signIn("t1", "Emma");
  emma.send("one");
  await page.settle();
  await page.answer(noAnswer());
  page.client.removeQueries();
  await page.signIn("t1", "Emma");
  await vi.advanceTimersByTimeAsync(1_000);
  expect(page.posted).toHaveLength(2);
  await page.answer(taken(1, "one"));
  expect(page.shown()).toEqual(["one: sent"]);
});

it("sends a refused message again when asked, once", async () => {
  const page = await openPage();
  const emma = await page.signIn("t1", "Emma");
  emma.send("one");
  await page.settle();
  await page.answer(new ApiError(429, "Too many."));
  expect(page.shown()).toEqual(["one: failed"]);
  const message = page.keyOf("one");
  emma.retry(message);
  await page.settle();
  emma.retry(message);
  await page.settle();
  await page.answer(taken(1, "one"));
  expect([page.posted.length, page.shown()]).toEqual([2, ["one: sent"]]);
});

it("asks before the page goes for as long as a message is on its way or waits", async () => {
  const page = await openPage();
  const target = new EventTarget();
  askBeforeLeaving(page.client, target);
  const isAsked = () => !target.dispatchEvent(new Event("beforeunload", { cancelable: true }));
  const emma = await page.signIn("t1", "Emma");
  expect(isAsked()).toBe(false);
  for (const text of ["one", "two"]) emma.send(text);
  await page.settle();
  await page.answer(noAnswer());
  expect(isAsked()).toBe(true);
  await vi.advanceTimersByTimeAsync(1_000);
  await page.answer(taken(1, "one"));
  expect(isAsked()).toBe(true);
  await page.answer(taken(2, "two"));
  expect(isAsked()).toBe(false);
});
