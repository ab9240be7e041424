// What the routes of the guest chat do, on both sides.
import * as z from "zod/mini";
import { operation } from "../openapi/operation-part.ts";
import { guestConversation, storedGuestMessage } from "./to-guest-message.ts";

const tag = "Guest chat";
const answersMessages = { 200: z.array(storedGuestMessage) };
const refusals = { 404: "The hotel has no such conversation." };

export const readsGuestConversations = operation({
  id: "listGuestConversations",
  tag,
  summary: "Conversations of the reception with the hotel's guests, by room",
  answers: { 200: z.array(guestConversation) },
});

export const readsGuestMessages = operation({
  id: "listGuestMessages",
  tag,
  summary: "The newest messages of a conversation, in the order in which they were written",
  answers: answersMessages,
  refusals,
});

export const writesToGuest = operation({
  id: "writeToGuest",
  tag,
  summary: "Write to a guest",
  answers: { 201: storedGuestMessage },
  refusals,
});

export const readsOwnGuestMessages = operation({
  id: "listOwnGuestMessages",
  tag,
  summary: "The newest messages of the guest's own room, in the order in which they were written",
  answers: answersMessages,
});

export const writesToReception = operation({
  id: "writeToReception",
  tag,
  summary: "Write to the reception",
  answers: { 201: storedGuestMessage },
});
