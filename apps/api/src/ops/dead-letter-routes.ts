// Dead letters for an operator: which events were refused for good, and sending them after all.
import { listDeadLetters, replayDeadLetters } from "@lockstep/outbox";
import { Hono } from "hono";
import * as z from "zod";
import type { AppDependencies } from "../http/app-env.ts";
import { limitBody } from "../http/limit-body.ts";
import { onlyFields } from "../http/only-fields.ts";
import { validated } from "../http/validated.ts";
import { operation } from "../openapi/operation-part.ts";
import { requireSecret } from "./require-secret.ts";

const LISTED = 200;

const replay = onlyFields({
  event_ids: z
    .array(z.uuid("must be the id of an event"), "must be a list of event ids")
    .max(LISTED, `must be at most ${LISTED}`),
});

/** Routes below `/api/ops/dead-letters`; there are none without an operator's token. */
export function createDeadLetterRoutes({ db, log, notifyOutbox, operatorToken }: AppDependencies) {
  return new Hono()
    .use(requireSecret({ whose: "operator", secret: operatorToken }))
    .get("/", readsDeadLetters, async (c) => {
      const letters = await listDeadLetters(db, { limit: LISTED });
      return c.json(
        letters.map(({ eventId, channel, event, data, attempts, deadAt, error }) => ({
          event_id: eventId,
          channel,
          event,
          data,
          attempts,
          dead_at: deadAt.toISOString(),
          error,
        })),
      );
    })
    .post(
      "/replay",
      replaysDeadLetters,
      limitBody(16 * 1024),
      validated("json", replay),
      async (c) => {
        const replayed = await replayDeadLetters(db, c.req.valid("json").event_ids);
        log.info("dead letters replayed", { replayed });
        notifyOutbox();
        return c.json({ replayed });
      },
    );
}

const tag = "Operations";

const readsDeadLetters = operation({
  id: "listDeadLetters",
  tag,
  summary: "Events that were refused for good",
  answers: {
    200: z.array(
      z.object({
        event_id: z.uuid(),
        channel: z.string(),
        event: z.string(),
        data: z.string().meta({ description: "The payload, as JSON text." }),
        attempts: z.int(),
        dead_at: z.iso.datetime(),
        error: z.string().nullable(),
      }),
    ),
  },
});

const replaysDeadLetters = operation({
  id: "replayDeadLetters",
  tag,
  summary: "Send dead letters after all",
  answers: { 200: z.object({ replayed: z.int() }) },
});
