// POST /api/pusher/auth/: signs a subscription, or refuses it.
import { createChannelAuthorizer } from "@lockstep-demo/publishers";
import { type Context, Hono } from "hono";
import { authenticate, type Holder } from "../auth/authenticate.ts";
import type { AppDependencies } from "../http/app-env.ts";
import { createAttemptLimit } from "../http/attempt-limit.ts";
import { HttpError } from "../http/http-error.ts";
import { limitBody } from "../http/limit-body.ts";
import { createChannelPolicies } from "./channel-policies.ts";

/** Routes below `/api`. */
export function createChannelAuthRoutes(deps: AppDependencies) {
  const { db, log, metrics, signer } = deps;
  const authorizer = signer && createChannelAuthorizer(createChannelPolicies(db), signer);
  // a page asks once for each channel, and again for all of them after each reconnection
  const limit = createAttemptLimit({ attemptsPerMinute: 300 });
  return new Hono().post("/pusher/auth", limitBody(16 * 1024), async (c) => {
    const { holder } = await authenticate(c, deps);
    const who = nameOf(holder);
    await limit.count(c, who);
    if (authorizer === undefined) throw new HttpError(403, "Realtime is switched off");
    const { socket_id: socketId, channel_name: channelName } = await readFields(c);
    const decision = await authorizer.authorize({ socketId, channelName }, holder);
    metrics.countSubscription(decision.granted ? "granted" : "refused");
    if (decision.granted) return c.json(decision.authorization);
    const { status, reason, cause } = decision;
    log[cause === undefined ? "warn" : "error"]("subscription refused", {
      who,
      status,
      reason,
      ...(cause !== undefined && { cause }),
    });
    throw new HttpError(status, reason);
  });
}

function nameOf(holder: Holder): string {
  return holder.kind === "user"
    ? `user ${holder.viewer.id}`
    : `guest of room ${holder.guest.roomId}`;
}

/** pusher-js sends a form. What cannot be read has no fields. */
async function readFields(c: Context): Promise<Readonly<Record<string, unknown>>> {
  const body = await c.req.text();
  const type = c.req.header("Content-Type") ?? "";
  if (!/^application\/json\b/i.test(type)) return Object.fromEntries(new URLSearchParams(body));
  try {
    return Object(JSON.parse(body));
  } catch {
    return {};
  }
}
