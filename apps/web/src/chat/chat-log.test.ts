// The log of a conversation: every message once, in order, whatever comes first.
import { describe, expect, it } from "vitest";
import {
  type ChatMessage,
  emptyLog,
  noteReceipt,
  type OutgoingMessage,
  putMessage,
  withMessages,
} from "./chat-log.ts";
import { beginSending, failSending, resumeSending, settleSending } from "./own-messages.ts";
import { shownMessages } from "./shown-messages.ts";

function message(id: number, changes: Partial<ChatMessage> = {}): ChatMessage {
  const sentAt = `2026-11-21T12:00:${String(id).padStart(2, "0")}Z`;
  return { id, text: `message ${id}`, author: "Emma", isOwn: false, sentAt, ...changes };
}

const own = (id: number, text: string) => message(id, { text, author: "Aoife", isOwn: true });

function draft(key: string, text: string): OutgoingMessage {
  return { key, text, author: "Aoife", startedAt: "2026-11-21T12:00:00Z" };
}

const lost = { sentence: "No answer.", isWaiting: true };
const refused = { sentence: "No." };

const texts = (log: typeof emptyLog) => shownMessages(log).map(({ text }) => text);
const keys = (log: typeof emptyLog) => shownMessages(log).map(({ key }) => key);
const statuses = (log: typeof emptyLog) => shownMessages(log).map(({ status }) => status);

describe("what the server tells", () => {
  it("shows a message once that comes on two channels, and again with an answer", () => {
    const twice = [message(1), message(1)].reduce(putMessage, emptyLog);
    expect(withMessages({ messages: [message(1)], receipts: {} }, twice).messages).toEqual([
      message(1),
    ]);
  });

  it("orders by id, also where an older message comes last", () => {
    const log = [message(3), message(1), message(2)].reduce(putMessage, emptyLog);
    expect(log.messages.map(({ id }) => id)).toEqual([1, 2, 3]);
  });

  it("keeps what an answer does not hold: what is newer, and what is older than its page", () => {
    const known = [message(1), message(9)].reduce(putMessage, emptyLog);
    const log = withMessages({ messages: [message(4), message(5)], receipts: {} }, known);
    expect(log.messages.map(({ id }) => id)).toEqual([1, 4, 5, 9]);
  });

  it("knows of a delivery before the message, and forgets none", () => {
    const early = noteReceipt(emptyLog, 1, "delivered");
    expect(statuses(putMessage(early, own(1, "a")))).toEqual(["delivered"]);
    const read = noteReceipt(early, 1, "read");
    expect(noteReceipt(read, 1, "delivered")).toBe(read);
    expect(withMessages({ messages: [own(1, "a")], receipts: {} }, read).receipts).toEqual({
      1: "read",
    });
  });
});

describe("an own message", () => {
  it("shows at once, at the end, and keeps its key when the answer comes", () => {
    const sending = beginSending(putMessage(emptyLog, message(1)), draft("k", "Hello"));
    expect(texts(sending)).toEqual(["message 1", "Hello"]);
    expect(statuses(sending)).toEqual(["sent", "sending"]);
    const settled = settleSending(sending, "k", own(2, "Hello"));
    expect(keys(settled)).toEqual(["message-1", "k"]);
    expect(statuses(settled)).toEqual(["sent", "sent"]);
    expect(putMessage(settled, own(2, "Hello"))).toBe(settled);
  });

  it("shows once when its event comes before the answer", () => {
    const sending = beginSending(emptyLog, draft("k", "Hello"));
    const told = putMessage(sending, own(2, "Hello"));
    expect([texts(told), keys(told), statuses(told)]).toEqual([["Hello"], ["k"], ["sent"]]);
    const settled = settleSending(told, "k", own(2, "Hello"));
    expect([texts(settled), keys(settled)]).toEqual([["Hello"], ["k"]]);
  });

  it("is not mistaken for what the other side wrote in the same words", () => {
    const sending = beginSending(emptyLog, draft("k", "Hello"));
    expect(texts(putMessage(sending, message(2, { text: "Hello" })))).toEqual(["Hello", "Hello"]);
  });

  it("exchanges what it recognized with an equal one whose answer says otherwise", () => {
    const sending = [draft("first", "ok"), draft("second", "ok")].reduce(beginSending, emptyLog);
    // the event of the second comes first, and the first takes it for its own
    const told = putMessage(sending, own(7, "ok"));
    const second = settleSending(told, "second", own(7, "ok"));
    expect(keys(second)).toEqual(["second", "first"]);
    const both = settleSending(second, "first", own(8, "ok"));
    expect(keys(both)).toEqual(["second", "first"]);
    expect(both.outgoing).toEqual([]);
  });

  it("leaves an equal one alone that still waits for its own answer", () => {
    const sending = [draft("first", "ok"), draft("second", "ok")].reduce(beginSending, emptyLog);
    const first = settleSending(sending, "first", own(7, "ok"));
    expect([keys(first), statuses(first)]).toEqual([
      ["first", "second"],
      ["sent", "sending"],
    ]);
  });

  it("stays with a sentence when it is refused, and starts anew when it is sent again", () => {
    const failed = failSending(beginSending(emptyLog, draft("k", "Hello")), "k", refused);
    expect(shownMessages(failed)).toMatchObject([{ status: "failed", fault: "No." }]);
    expect(statuses(beginSending(failed, draft("k", "Hello")))).toEqual(["sending"]);
    // a refused message never was sent, so that an equal one is another
    expect(texts(putMessage(failed, own(3, "Hello")))).toEqual(["Hello", "Hello"]);
  });

  it("waits with all that were written behind it, and is on its way again when somebody asks", () => {
    const sending = [draft("a", "one"), draft("b", "two")].reduce(beginSending, emptyLog);
    const waiting = failSending(sending, "a", lost);
    expect(shownMessages(waiting)).toMatchObject([
      { status: "waiting", fault: "No answer." },
      { status: "waiting", fault: undefined },
    ]);
    expect(statuses(resumeSending(waiting, "a"))).toEqual(["sending", "sending"]);
    expect(resumeSending(emptyLog, "a")).toBe(emptyLog);
  });

  it.each(["before", "after"])(
    "shows as sent when there was no answer, but an event %s that, until the answer says which it is",
    (when) => {
      const sending = beginSending(emptyLog, draft("k", "Hello"));
      const log =
        when === "before"
          ? failSending(putMessage(sending, own(2, "Hello")), "k", lost)
          : putMessage(failSending(sending, "k", lost), own(2, "Hello"));
      expect([keys(log), statuses(log)]).toEqual([["k"], ["sent"]]);
      const settled = settleSending(log, "k", own(2, "Hello"));
      expect([keys(settled), settled.outgoing]).toEqual([["k"], []]);
    },
  );

  it("is not lost where the same words of another phone came while it waited", () => {
    const waiting = failSending(beginSending(emptyLog, draft("k", "Thanks")), "k", lost);
    const told = putMessage(waiting, own(7, "Thanks"));
    expect(texts(told)).toEqual(["Thanks"]);
    const settled = settleSending(told, "k", own(8, "Thanks"));
    expect([keys(settled), settled.outgoing]).toEqual([["message-7", "k"], []]);
  });

  it("is not lost where it took the event of another for its own, and is refused", () => {
    const told = putMessage(beginSending(emptyLog, draft("k", "Thanks")), own(7, "Thanks"));
    const failed = failSending(told, "k", refused);
    expect([keys(failed), statuses(failed)]).toEqual([
      ["message-7", "k"],
      ["sent", "failed"],
    ]);
  });

  it("holds back what stands behind it, also where its event came and it waits for its answer", () => {
    const sending = [draft("a", "one"), draft("b", "two")].reduce(beginSending, emptyLog);
    const log = putMessage(failSending(sending, "a", lost), own(2, "one"));
    expect(statuses(log)).toEqual(["sent", "waiting"]);
  });
});
