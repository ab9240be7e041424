// A user's messages: each once, with the person it was exchanged with, and read once and for all.
import type { StoredCrmMessage } from "@lockstep-demo/api";
import { expect, it } from "vitest";
import { shownMessages } from "../chat/shown-messages.ts";
import {
  emptyInbox,
  fileReceived,
  fileStored,
  type Inbox,
  logOf,
  noteRead,
  receive,
  unreadIn,
  withAnswer,
} from "./inbox.ts";
import { liam, noor, stored } from "./test-messages.ts";

const [toLiam, fromLiam] = [stored({ id: 1 }), stored({ id: 2, sender: liam })];
const file = (message: StoredCrmMessage) => fileStored(message, noor.id);
const texts = (inbox: Inbox, personId: number) =>
  shownMessages(logOf(inbox, personId)).map(({ text }) => text);

it("files what was sent and what was received under the other person", () => {
  const inbox = withAnswer([fromLiam, toLiam, stored({ id: 3, recipient_id: 7 })].map(file));
  expect(texts(inbox, liam.id)).toEqual(["message 1", "message 2"]);
  expect(texts(inbox, 7)).toEqual(["message 3"]);
  expect(shownMessages(logOf(inbox, liam.id)).map(({ isOwn }) => isOwn)).toEqual([true, false]);
});

it("shows once what comes by event and with an answer", () => {
  const told = receive(emptyInbox, fileReceived(fromLiam));
  expect(withAnswer([file(fromLiam)], told)).toBe(told);
  expect(receive(told, fileReceived(fromLiam))).toBe(told);
});

it("leaves a subject out that is empty", () => {
  const { message } = file(stored({ subject: "" }));
  expect(message).not.toHaveProperty("subject");
  expect(file(stored({ subject: "Contract" })).message.subject).toBe("Contract");
});

it("counts as unread what was received and not read, and nothing own", () => {
  const inbox = withAnswer([toLiam, fromLiam, stored({ id: 4, sender: liam })].map(file));
  expect(unreadIn(logOf(inbox, liam.id))).toEqual([2, 4]);
  expect(unreadIn(logOf(noteRead(inbox, liam.id, 2), liam.id))).toEqual([4]);
});

it("does not take back by a late answer what is known to be read", () => {
  const read = noteRead(withAnswer([file(fromLiam)]), liam.id, fromLiam.id);
  expect(unreadIn(logOf(withAnswer([file(fromLiam)], read), liam.id))).toEqual([]);
});

it("knows that a message was read before it knows the message", () => {
  const inbox = withAnswer([file(toLiam)], noteRead(emptyInbox, liam.id, toLiam.id));
  expect(shownMessages(logOf(inbox, liam.id)).map(({ status }) => status)).toEqual(["read"]);
});
