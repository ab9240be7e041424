// POST /api/pusher/user-auth/: signs that a connection belongs to the session that asks, so that it ends with it.
import { Hono } from "hono";
import * as z from "zod";
import { authenticate, NOT_AUTHENTICATED } from "../auth/authenticate.ts";
import { hashOfToken } from "../auth/token.ts";
import type { AppDependencies } from "../http/app-env.ts";
import { createAttemptLimit } from "../http/attempt-limit.ts";
import { HttpError } from "../http/http-error.ts";
import { limitBody } from "../http/limit-body.ts";
import { onlyFields } from "../http/only-fields.ts";
import { presentText } from "../http/plain-text.ts";
import { operation } from "../openapi/operation-part.ts";
import { pusherBody } from "./pusher-body.ts";

const connection = onlyFields({
  socket_id: presentText()
    .max(64, "is not the id of a socket")
    .regex(/^\d+\.\d+$/, "is not the id of a socket")
    .meta({ examples: ["1234.5678"] }),
});

const authenticatesConnection = operation({
  id: "authenticateConnection",
  tag: "Realtime",
  summary: "Sign that a connection belongs to this session, as pusher-js asks for it",
  security: "session",
  answers: { 200: z.object({ auth: z.string(), user_data: z.string() }) },
  refusals: {
    ...NOT_AUTHENTICATED,
    403: "There is no realtime server.",
    429: "Too many connections of one session.",
  },
});

/** Routes below `/api`. */
export function createUserAuthRoutes(deps: AppDependencies) {
  const { connections } = deps;
  const limit = createAttemptLimit({ attemptsPerMinute: 60 });
  return new Hono().post(
    "/pusher/user-auth",
    authenticatesConnection,
    limitBody(16 * 1024),
    pusherBody(connection),
    async (c) => {
      const { token } = await authenticate(c, deps);
      const sessionId = hashOfToken(token);
      await limit.count(c, sessionId);
      if (connections === undefined) throw new HttpError(403, "Realtime is switched off");
      return c.json(connections.sign(c.req.valid("json").socket_id, sessionId));
    },
  );
}
