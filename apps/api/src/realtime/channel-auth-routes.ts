// POST /api/pusher/auth/: signs a subscription, or refuses it.
import type { AuthorizerOptions } from "@lockstep/runtime/auth";
import { createChannelAuthorizer } from "@lockstep-demo/publishers";
import { Hono } from "hono";
import * as z from "zod";
import { authenticate, type Holder, NOT_AUTHENTICATED } from "../auth/authenticate.ts";
import type { AppDependencies } from "../http/app-env.ts";
import { createAttemptLimit } from "../http/attempt-limit.ts";
import { HttpError } from "../http/http-error.ts";
import { limitBody } from "../http/limit-body.ts";
import { operation } from "../openapi/operation-part.ts";
import { createChannelPolicies } from "./channel-policies.ts";

const subscription = z.object({
  socket_id: z.string().meta({ examples: ["1234.5678"] }),
  channel_name: z.string().meta({ examples: ["private-user-5"] }),
});

const authorizesChannel = operation({
  id: "authorizeChannel",
  tag: "Realtime",
  summary: "Sign a subscription to a channel, as pusher-js asks for it",
  security: "session",
  body: { "application/x-www-form-urlencoded": subscription, "application/json": subscription },
  answers: {
    200: z.object({
      auth: z.string(),
      channel_data: z
        .string()
        .exactOptional()
        .meta({ description: "Who joins a presence channel, as JSON text." }),
    }),
  },
  refusals: {
    ...NOT_AUTHENTICATED,
    400: "The socket or the channel is missing.",
    403: "The channel is not theirs, or none of the contract.",
    429: "Too many subscriptions of one person.",
  },
});

/** Routes below `/api`. */
export function createChannelAuthRoutes(deps: AppDependencies) {
  const { db, log, metrics, signer } = deps;
  const onRefused: AuthorizerOptions<Holder>["onRefused"] = (
    { status, reason, cause },
    _,
    holder,
  ) =>
    log[cause === undefined ? "warn" : "error"]("subscription refused", {
      who: nameOf(holder),
      status,
      reason,
      ...(cause !== undefined && { cause }),
    });
  const authorizer =
    signer && createChannelAuthorizer(createChannelPolicies(db), signer, { onRefused });
  // a page asks once for each channel, and again for all of them after each reconnection
  const limit = createAttemptLimit({ attemptsPerMinute: 300 });
  return new Hono().post("/pusher/auth", authorizesChannel, limitBody(16 * 1024), async (c) => {
    const { holder } = await authenticate(c, deps);
    await limit.count(c, nameOf(holder));
    if (authorizer === undefined) throw new HttpError(403, "Realtime is switched off");
    const response = await authorizer.handle(c.req.raw, holder);
    metrics.countSubscription(response.ok ? "granted" : "refused");
    return response;
  });
}

function nameOf(holder: Holder): string {
  return holder.kind === "user"
    ? `user ${holder.viewer.id}`
    : `guest of room ${holder.guest.roomId}`;
}
