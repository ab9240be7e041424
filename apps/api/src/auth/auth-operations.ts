// What the routes of logging in and out do.
import * as z from "zod";
import { operation } from "../openapi/operation-part.ts";

/** A person, as the API shows them to themselves. */
const userJson = z
  .object({
    id: z.int(),
    email: z.string(),
    first_name: z.string(),
    last_name: z.string(),
    hotel_slug: z
      .string()
      .nullable()
      .meta({ description: "Slug of the hotel that this person works for." }),
    hotel_name: z.string().nullable(),
  })
  .meta({ id: "User" });

export type UserJson = Readonly<z.output<typeof userJson>>;

const tag = "Session";
const tooMany = { 429: "Too many logins of this account or from this address have failed." };

export const logsIn = operation({
  id: "logIn",
  tag,
  summary: "Log in with e-mail and password",
  answers: { 200: z.object({ token: z.string(), user: userJson }) },
  refusals: { 401: "The e-mail address or the password is wrong.", ...tooMany },
});

export const readsMe = operation({
  id: "readMe",
  tag,
  summary: "Whose token this is",
  answers: { 200: z.object({ user: userJson }) },
});

export const logsOut = operation({
  id: "logOut",
  tag,
  summary: "End this session",
  answers: { 204: null },
});

export const logsGuestIn = operation({
  id: "logGuestIn",
  tag,
  summary: "Log in as the guest of a room, with its PIN",
  answers: { 200: z.object({ token: z.string(), conversation_id: z.int() }) },
  refusals: { 401: "The hotel, the room or the PIN is wrong.", ...tooMany },
});

export const readsGuest = operation({
  id: "readGuest",
  tag,
  summary: "Which room's guest this token is of",
  answers: {
    200: z.object({
      hotel_slug: z.string(),
      room_number: z.int(),
      conversation_id: z.int(),
      stay_id: z.string().meta({ description: "Another one for the next guest of the room." }),
    }),
  },
});

export const logsGuestOut = operation({
  id: "logGuestOut",
  tag,
  summary: "End this guest's session",
  answers: { 204: null },
});
