// Messages between users: the lists, sending and reading.
import { Hono } from "hono";
import { requireViewer } from "../auth/require-viewer.ts";
import type { AppDependencies } from "../http/app-env.ts";
import { limitMessageBody, MESSAGES_SHOWN } from "../http/message-limits.ts";
import { pathId } from "../http/path-id.ts";
import { validated } from "../http/validated.ts";
import { idempotentRequest, takesIdempotencyKey } from "../idempotency/idempotent-request.ts";
import {
  marksRead,
  readsConversations,
  readsMessages,
  readsRecipients,
  sendsMessage,
} from "./crm-operations.ts";
import { listColleagues, listConversations, listMessages } from "./crm-store.ts";
import { createCrmWriter } from "./crm-writer.ts";
import { newCrmMessage } from "./new-crm-message.ts";
import { toCrmConversation, toPerson, toStoredCrmMessage } from "./to-crm-message.ts";

/** Routes below `/api`. */
export function createCrmRoutes(deps: AppDependencies) {
  const { db } = deps;
  const writer = createCrmWriter(deps);
  return new Hono()
    .get("/messages", readsMessages, requireViewer(deps), async (c) => {
      const rows = await listMessages(db, c.var.viewer.id, MESSAGES_SHOWN);
      return c.json(rows.map(toStoredCrmMessage));
    })
    .get("/conversations", readsConversations, requireViewer(deps), async (c) => {
      const rows = await listConversations(db, c.var.viewer.id);
      return c.json(rows.map(toCrmConversation));
    })
    .get("/messages/recipients", readsRecipients, requireViewer(deps), async (c) => {
      const rows = await listColleagues(db, c.var.viewer);
      return c.json(rows.map(toPerson));
    })
    .post(
      "/messages/send",
      sendsMessage,
      requireViewer(deps),
      limitMessageBody,
      takesIdempotencyKey,
      validated("json", newCrmMessage),
      async (c) => {
        const { viewer: sender } = c.var;
        const request = await idempotentRequest(c, { kind: "user", viewer: sender });
        return c.json(await writer.send({ sender, request }, c.req.valid("json")), 201);
      },
    )
    .post("/messages/:id/mark_read", marksRead, requireViewer(deps), async (c) =>
      c.json(await writer.read(c.var.viewer, pathId(c.req.param("id"), "message"))),
    );
}
