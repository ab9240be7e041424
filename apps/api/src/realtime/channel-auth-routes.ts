// POST /api/pusher/auth/: signs a subscription, or refuses it.
import type { AuthorizerOptions } from "@lockstep/runtime/auth";
import { type ChannelSigner, createChannelAuthorizer } from "@lockstep-demo/publishers";
import { Hono } from "hono";
import * as z from "zod";
import { authenticate, type Holder, NOT_AUTHENTICATED } from "../auth/authenticate.ts";
import type { AppDependencies } from "../http/app-env.ts";
import { createAttemptLimit } from "../http/attempt-limit.ts";
import { HttpError } from "../http/http-error.ts";
import { limitBody } from "../http/limit-body.ts";
import { operation } from "../openapi/operation-part.ts";
import type { Metrics } from "../ops/metrics.ts";
import { createChannelPolicies } from "./channel-policies.ts";
import { readPusherFields } from "./pusher-body.ts";

const subscription = z.object({
  socket_id: z.string().meta({ examples: ["1234.5678"] }),
  channel_name: z.string().meta({ examples: ["private-user-5"] }),
});

const subscriptions = subscription.omit({ channel_name: true }).extend({
  channel_names: z
    .array(z.string())
    .min(1)
    .max(50)
    .meta({ description: "Several channels at once." }),
});

const granted = z.object({
  auth: z.string(),
  channel_data: z
    .string()
    .exactOptional()
    .meta({ description: "Who joins a presence channel, as JSON text." }),
});

const refused = z.object({ error: z.string(), status: z.union([z.literal(400), z.literal(403)]) });

const authorizesChannel = operation({
  id: "authorizeChannel",
  tag: "Realtime",
  summary: "Sign a subscription to a channel, as pusher-js asks for it",
  security: "session",
  body: {
    "application/x-www-form-urlencoded": subscription,
    "application/json": z.union([subscription, subscriptions]),
  },
  answers: {
    200: z.union([granted, z.object({ channels: z.array(z.union([granted, refused])) })]),
  },
  refusals: {
    ...NOT_AUTHENTICATED,
    400: "The socket or the channel is missing.",
    403: "The channel is not theirs, or none of the contract.",
    429: "Too many subscriptions of one person.",
  },
});

// a reception that follows 300 rooms asks for all of them, and again after each of four reconnections
const SUBSCRIPTIONS_PER_MINUTE = 1500;

/** Routes below `/api`. */
export function createChannelAuthRoutes(deps: AppDependencies) {
  const { db, log, metrics, signer, subscriptionsPerMinute = SUBSCRIPTIONS_PER_MINUTE } = deps;
  const onRefused: AuthorizerOptions<Holder>["onRefused"] = (
    { status, reason, cause },
    _,
    holder,
  ) => {
    metrics.countSubscription("refused");
    log[cause === undefined ? "warn" : "error"]("subscription refused", {
      who: nameOf(holder),
      status,
      reason,
      ...(cause !== undefined && { cause }),
    });
  };
  const authorizer =
    signer &&
    createChannelAuthorizer(createChannelPolicies(db), countGranted(signer, metrics), {
      onRefused,
    });
  const limit = createAttemptLimit({ attemptsPerMinute: subscriptionsPerMinute });
  return new Hono().post("/pusher/auth", authorizesChannel, limitBody(16 * 1024), async (c) => {
    const { holder } = await authenticate(c, deps);
    await limit.count(c, nameOf(holder), await countChannels(c.req.raw.clone()));
    if (authorizer === undefined) throw new HttpError(403, "Realtime is switched off");
    return authorizer.handle(c.req.raw, holder);
  });
}

// many at once cost as much as one after the other
async function countChannels(request: Request): Promise<number> {
  const { channel_names: names } = await readPusherFields(request);
  return Array.isArray(names) ? Math.max(names.length, 1) : 1;
}

// only what is granted is signed
function countGranted(signer: ChannelSigner, metrics: Metrics): ChannelSigner {
  return {
    authorizeChannel(...asked) {
      const authorization = signer.authorizeChannel(...asked);
      metrics.countSubscription("granted");
      return authorization;
    },
  };
}

function nameOf(holder: Holder): string {
  return holder.kind === "user"
    ? `user ${holder.viewer.id}`
    : `guest of room ${holder.guest.roomId}`;
}
