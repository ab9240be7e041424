// The guest's side of the guest chat: the one conversation of the guest's own room.
import { Hono } from "hono";
import { createMiddleware } from "hono/factory";
import { type GuestEnv, requireGuest } from "../auth/require-guest.ts";
import type { AppDependencies } from "../http/app-env.ts";
import { HttpError } from "../http/http-error.ts";
import { limitMessageBody, MESSAGES_SHOWN } from "../http/message-limits.ts";
import { validated } from "../http/validated.ts";
import { idempotentRequest, takesIdempotencyKey } from "../idempotency/idempotent-request.ts";
import { readsOwnGuestMessages, writesToReception } from "./guest-chat-operations.ts";
import { listGuestMessages } from "./guest-chat-store.ts";
import { createGuestChatWriter } from "./guest-chat-writer.ts";
import { newGuestMessage } from "./new-guest-message.ts";
import { toStoredGuestMessage } from "./to-guest-message.ts";

/** Routes below `/api/guest/hotel/:slug/conversations/:id`. */
export function createGuestChatRoutes(deps: AppDependencies) {
  const writer = createGuestChatWriter(deps);
  return new Hono<GuestEnv>()
    .use(requireGuest(deps), requireOwnConversation)
    .get("/messages", readsOwnGuestMessages, async (c) => {
      const { conversationId, roomNumber } = c.var.guest;
      const rows = await listGuestMessages(deps.db, conversationId, MESSAGES_SHOWN);
      return c.json(rows.map((row) => toStoredGuestMessage(row, roomNumber)));
    })
    .post(
      "/messages",
      writesToReception,
      limitMessageBody,
      takesIdempotencyKey,
      validated("json", newGuestMessage),
      async (c) => {
        const { message } = c.req.valid("json");
        const { guest } = c.var;
        const request = await idempotentRequest(c, { kind: "guest", guest });
        return c.json(await writer.writeAsGuest({ guest, request }, message), 201);
      },
    );
}

// the same answer for what exists and what does not, so that nobody can ask which rooms there are
const requireOwnConversation = createMiddleware<GuestEnv, "/:slug/:id">(async (c, next) => {
  const { hotel, conversationId } = c.var.guest;
  const isOwn = c.req.param("slug") === hotel.slug && c.req.param("id") === String(conversationId);
  if (!isOwn) throw new HttpError(403, "Only the guest of this room may do this");
  await next();
});
