// Logging in and out as the guest of a room, with its PIN.
import { and, eq } from "drizzle-orm";
import { Hono } from "hono";
import * as z from "zod";
import type { Database } from "../db/database.ts";
import { guestConversations, guestRooms, hotels } from "../db/schema.ts";
import type { AppDependencies } from "../http/app-env.ts";
import { HttpError } from "../http/http-error.ts";
import { limitBody } from "../http/limit-body.ts";
import { onlyFields } from "../http/only-fields.ts";
import { presentText } from "../http/plain-text.ts";
import { validated } from "../http/validated.ts";
import { logsGuestIn, logsGuestOut, readsGuest } from "./auth-operations.ts";
import { closeGuestSession, openGuestSession } from "./guest-sessions.ts";
import { createLoginLimit } from "./limit-logins.ts";
import { isPasswordOf, nobodysHash } from "./password.ts";
import { requireGuest } from "./require-guest.ts";
import { hashOfToken } from "./token.ts";

const credentials = onlyFields({
  hotel_slug: presentText().regex(/^[a-z0-9-]{1,60}$/, "must be the slug of a hotel"),
  room_number: z
    .int("must be a whole number")
    .min(1, "must be at least 1")
    .max(99_999, "must be at most 99999"),
  pin: presentText().regex(/^\d{4,8}$/, "must be 4 to 8 digits"),
});

type Credentials = z.output<typeof credentials>;

/** Routes below `/api/guest`. */
export function createGuestAuthRoutes(deps: Pick<AppDependencies, "db" | "now" | "sessionsEnd">) {
  const { db, now, sessionsEnd } = deps;
  const limitLogin = createLoginLimit();
  return new Hono()
    .post(
      "/login",
      logsGuestIn,
      limitBody(16 * 1024),
      validated("json", credentials),
      async (c) => {
        const input = c.req.valid("json");
        const account = `${input.hotel_slug}/${input.room_number}`;
        const room = await limitLogin(c, account, () => findByPin(db, input));
        if (room === undefined) throw new HttpError(401, "The hotel, the room or the PIN is wrong");
        const token = await openGuestSession(db, room, now());
        return c.json({ token, conversation_id: room.conversationId });
      },
    )
    .get("/me", readsGuest, requireGuest(deps), (c) => {
      const { hotel, roomNumber, conversationId, stayId } = c.var.guest;
      return c.json({
        hotel_slug: hotel.slug,
        room_number: roomNumber,
        conversation_id: conversationId,
        stay_id: stayId,
      });
    })
    .post("/logout", logsGuestOut, requireGuest(deps), async (c) => {
      await closeGuestSession(db, c.var.token, now());
      void sessionsEnd.endOne(hashOfToken(c.var.token));
      return c.body(null, 204);
    });
}

async function findByPin(db: Database, { hotel_slug, room_number, pin }: Credentials) {
  const [room] = await db
    .select({
      id: guestRooms.id,
      pinHash: guestRooms.pinHash,
      stayId: guestRooms.stayId,
      conversationId: guestConversations.id,
    })
    .from(guestRooms)
    .innerJoin(hotels, eq(hotels.id, guestRooms.hotelId))
    .innerJoin(guestConversations, eq(guestConversations.roomId, guestRooms.id))
    .where(and(eq(hotels.slug, hotel_slug), eq(guestRooms.roomNumber, room_number)));
  // a room that does not exist costs as much time as a wrong PIN
  const matches = await isPasswordOf(room?.pinHash ?? (await nobodysHash()), pin);
  return matches ? room : undefined;
}
