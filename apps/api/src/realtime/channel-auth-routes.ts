// POST /api/pusher/auth/: signs a subscription, or refuses it.
import type { AuthorizerOptions } from "@lockstep/runtime/auth";
import { createChannelAuthorizer } from "@lockstep-demo/publishers";
import { Hono } from "hono";
import { authenticate, type Holder } from "../auth/authenticate.ts";
import type { AppDependencies } from "../http/app-env.ts";
import { createAttemptLimit } from "../http/attempt-limit.ts";
import { HttpError } from "../http/http-error.ts";
import { limitBody } from "../http/limit-body.ts";
import { createChannelPolicies } from "./channel-policies.ts";

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
  return new Hono().post("/pusher/auth", limitBody(16 * 1024), async (c) => {
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
