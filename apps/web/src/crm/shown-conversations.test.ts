// The list of conversations: in order, with the latest words and what is unread, whatever is known of it.
import type { CrmConversation } from "@lockstep-demo/api";
import { expect, it } from "vitest";
import { beginSending } from "../chat/own-messages.ts";
import { changeLog, fileStored, withAnswer } from "./inbox.ts";
import { shownConversations } from "./shown-conversations.ts";
import { liam, noor, stored } from "./test-messages.ts";

const ines = { ...liam, id: 7, first_name: "Inês", last_name: "Duarte" };

function conversation(changes: Partial<CrmConversation> = {}): CrmConversation {
  const last_message = { content: "Hello!", created_at: "2026-11-21T12:00:01.000Z" };
  return { id: 1, person: liam, last_message, unread_count: 3, ...changes };
}

const inboxOf = (...messages: Parameters<typeof stored>[0][]) =>
  withAnswer(messages.map((changes) => fileStored(stored(changes), noor.id)));

it("is the server's as long as the messages are not known", () => {
  expect(shownConversations([conversation()], undefined)).toEqual([
    {
      person: liam,
      name: "Liam Keane",
      preview: "Hello!",
      at: "2026-11-21T12:00:01.000Z",
      unread: 3,
    },
  ]);
});

it("has the latest words of the log, and what is unread in it", () => {
  const inbox = inboxOf({ id: 2, sender: liam }, { id: 3, sender: liam });
  expect(shownConversations([conversation()], inbox)).toMatchObject([
    { preview: "message 3", at: "2026-11-21T12:00:03.000Z", unread: 2 },
  ]);
});

it("shows the server's last message where the log does not hold it yet", () => {
  const last_message = { content: "Newer", created_at: "2026-11-21T12:00:09.000Z" };
  const inbox = inboxOf({ id: 2, sender: liam });
  expect(shownConversations([conversation({ last_message })], inbox)).toMatchObject([
    { preview: "Newer", unread: 1 },
  ]);
});

it("moves to the top with an own message that is still on its way", () => {
  const others = [conversation({ id: 2, person: ines }), conversation()];
  const startedAt = "2026-11-21T12:30:00.000Z";
  const inbox = changeLog({}, liam.id, (log) =>
    beginSending(log, { key: "k", text: "On my way", author: "Noor Haddad", startedAt }),
  );
  expect(shownConversations(others, inbox)).toMatchObject([
    { name: "Liam Keane", preview: "You: On my way" },
    { name: "Inês Duarte" },
  ]);
});
