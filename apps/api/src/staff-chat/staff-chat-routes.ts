// Chat between the staff of a hotel: its conversations, their messages, and new ones.
import { staffChatConversation } from "@lockstep-demo/publishers";
import { Hono } from "hono";
import { requireViewer } from "../auth/require-viewer.ts";
import { createCommit } from "../db/create-commit.ts";
import { requireHotelStaff, type StaffEnv } from "../hotels/require-hotel-staff.ts";
import type { AppDependencies } from "../http/app-env.ts";
import { HttpError } from "../http/http-error.ts";
import { limitMessageBody, MESSAGES_SHOWN } from "../http/message-limits.ts";
import { onlyFields } from "../http/only-fields.ts";
import { pathId } from "../http/path-id.ts";
import { requiredText } from "../http/plain-text.ts";
import { validated } from "../http/validated.ts";
import { idempotentRequest, takesIdempotencyKey } from "../idempotency/idempotent-request.ts";
import {
  readsStaffConversations,
  readsStaffMessages,
  writesStaffMessage,
} from "./staff-chat-operations.ts";
import {
  findStaffConversation,
  insertStaffMessage,
  listLastStaffMessages,
  listStaffConversations,
  listStaffMessages,
} from "./staff-chat-store.ts";
import { toStaffConversation, toStaffMessage } from "./to-staff-message.ts";

const newMessage = onlyFields({ text: requiredText(2000) });

/** Routes below `/api/staff/hotel/:slug/staff-chat`. */
export function createStaffChatRoutes(deps: AppDependencies) {
  const { db, now } = deps;
  const commit = createCommit(deps);

  async function conversationOf(hotelId: number, id: string) {
    const found = await findStaffConversation(db, hotelId, pathId(id, "conversation"));
    if (found === undefined) throw new HttpError(404, "There is no such conversation");
    return found;
  }

  return new Hono<StaffEnv>()
    .use(requireViewer(deps), requireHotelStaff(db))
    .get("/conversations", readsStaffConversations, async (c) => {
      const last = await listLastStaffMessages(db, c.var.hotel.id);
      const lastOf = new Map(last.map((row) => [row.message.conversationId, row]));
      const rows = await listStaffConversations(db, c.var.hotel.id);
      return c.json(rows.map((row) => toStaffConversation(row, lastOf.get(row.id))));
    })
    .get("/conversations/:id/messages", readsStaffMessages, async (c) => {
      const { id } = await conversationOf(c.var.hotel.id, c.req.param("id"));
      return c.json((await listStaffMessages(db, id, MESSAGES_SHOWN)).map(toStaffMessage));
    })
    .post(
      "/conversations/:id/messages",
      writesStaffMessage,
      limitMessageBody,
      takesIdempotencyKey,
      validated("json", newMessage),
      async (c) => {
        const { hotel, viewer } = c.var;
        const { id: conversationId } = await conversationOf(hotel.id, c.req.param("id"));
        const { text } = c.req.valid("json");
        const request = await idempotentRequest(c, { kind: "user", viewer });
        const sent = await commit(async (tx, append) => {
          const row = { conversationId, senderId: viewer.id, text, createdAt: now() };
          const message = toStaffMessage({
            message: await insertStaffMessage(tx, row),
            sender: viewer,
          });
          const channel = { hotelSlug: hotel.slug, conversationId };
          await append(staffChatConversation(channel).messageCreated(message));
          return message;
        }, request);
        return c.json(sent, 201);
      },
    );
}
