// What the routes of the staff chat do.
import * as z from "zod/mini";
import { operation } from "../openapi/operation-part.ts";
import { staffConversation, staffMessage } from "./to-staff-message.ts";

const tag = "Staff chat";
const refusals = { 404: "The hotel has no such conversation." };

export const readsStaffConversations = operation({
  id: "listStaffConversations",
  tag,
  summary: "Conversations of the hotel's staff",
  answers: { 200: z.array(staffConversation) },
});

export const readsStaffMessages = operation({
  id: "listStaffMessages",
  tag,
  summary: "The newest messages of a conversation, in the order in which they were written",
  answers: { 200: z.array(staffMessage) },
  refusals,
});

export const writesStaffMessage = operation({
  id: "writeStaffMessage",
  tag,
  summary: "Write to colleagues",
  answers: { 201: staffMessage },
  refusals,
});
