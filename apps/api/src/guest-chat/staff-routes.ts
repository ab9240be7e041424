// The reception's side of the guest chat.
import { Hono } from "hono";
import { requireViewer } from "../auth/require-viewer.ts";
import { requireHotelStaff, type StaffEnv } from "../hotels/require-hotel-staff.ts";
import type { AppDependencies } from "../http/app-env.ts";
import { HttpError } from "../http/http-error.ts";
import { limitMessageBody, MESSAGES_SHOWN } from "../http/message-limits.ts";
import { pathId } from "../http/path-id.ts";
import { validated } from "../http/validated.ts";
import { idempotentRequest, takesIdempotencyKey } from "../idempotency/idempotent-request.ts";
import {
  readsGuestConversations,
  readsGuestMessages,
  writesToGuest,
} from "./guest-chat-operations.ts";
import {
  findGuestConversation,
  listGuestConversations,
  listGuestMessages,
  listLastGuestMessages,
} from "./guest-chat-store.ts";
import { createGuestChatWriter } from "./guest-chat-writer.ts";
import { newGuestMessage } from "./new-guest-message.ts";
import { toGuestConversation, toStoredGuestMessage } from "./to-guest-message.ts";

/** Routes below `/api/staff/hotel/:slug/guest-chat`. */
export function createGuestChatStaffRoutes(deps: AppDependencies) {
  const { db } = deps;
  const writer = createGuestChatWriter(deps);

  async function conversationOf(hotelId: number, id: string) {
    const found = await findGuestConversation(db, hotelId, pathId(id, "conversation"));
    if (found === undefined) throw new HttpError(404, "There is no such conversation");
    return found;
  }

  return new Hono<StaffEnv>()
    .use(requireViewer(deps), requireHotelStaff(db))
    .get("/conversations", readsGuestConversations, async (c) => {
      const last = await listLastGuestMessages(db, c.var.hotel.id);
      const lastOf = new Map(last.map((row) => [row.conversationId, row]));
      const rows = await listGuestConversations(db, c.var.hotel.id);
      return c.json(rows.map((row) => toGuestConversation(row, lastOf.get(row.id))));
    })
    .get("/conversations/:id/messages", readsGuestMessages, async (c) => {
      const { id, roomNumber } = await conversationOf(c.var.hotel.id, c.req.param("id"));
      const rows = await listGuestMessages(db, id, MESSAGES_SHOWN);
      return c.json(rows.map((row) => toStoredGuestMessage(row, roomNumber)));
    })
    .post(
      "/conversations/:id/messages",
      writesToGuest,
      limitMessageBody,
      takesIdempotencyKey,
      validated("json", newGuestMessage),
      async (c) => {
        const { hotel, viewer: sender } = c.var;
        const conversation = await conversationOf(hotel.id, c.req.param("id"));
        const { message } = c.req.valid("json");
        const request = await idempotentRequest(c, { kind: "user", viewer: sender });
        const place = { hotel, conversation, sender, request };
        return c.json(await writer.writeAsStaff(place, message), 201);
      },
    );
}
