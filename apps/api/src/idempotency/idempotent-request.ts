// A request that may come twice: which one it is, by its `Idempotency-Key`, and what it asks for.
import { createHash } from "node:crypto";
import type { Context } from "hono";
import * as z from "zod";
import type { Holder } from "../auth/authenticate.ts";
import { validated } from "../http/validated.ts";
import { describing } from "../openapi/operation-part.ts";

/** One request, however often it is sent. */
export interface IdempotentRequest {
  /** Who asks: nobody gets another's answer. */
  readonly holder: string;
  readonly key: string;
  /** SHA-256 of method, path and body. */
  readonly fingerprint: string;
}

const headers = z.object({
  "idempotency-key": z
    .string()
    // a string of structured fields, or as most clients send it
    .regex(
      /^(?:"[\x20\x21\x23-\x5b\x5d-\x7e]{1,255}"|[\x21\x23-\x5b\x5d-\x7e]{1,255})$/,
      "must be 1 to 255 characters of ASCII in quotation marks",
    )
    .optional()
    .meta({
      description:
        "The same for each attempt at one request, and no other: it is carried out once, and every attempt gets the same answer. A UUID in quotation marks. Without it each attempt is a request of its own.",
      examples: ['"3f0b3c1e-9a52-4a0e-8f7b-6c2d1f4b5a90"'],
    }),
});

/**
 * Takes the header `Idempotency-Key`, which handlers hand on by `idempotentRequest`.
 *
 * @see https://datatracker.ietf.org/doc/html/draft-ietf-httpapi-idempotency-key-header
 */
export const takesIdempotencyKey = describing(
  {
    headers,
    refusals: {
      400: "The Idempotency-Key has another form.",
      409: "An attempt with this Idempotency-Key is still being carried out.",
      422: "This Idempotency-Key has come with another request.",
    },
  },
  validated("header", headers),
);

/** Answers `undefined` where there is no key. To be asked behind `takesIdempotencyKey`. */
export async function idempotentRequest(
  c: Context,
  holder: Holder,
): Promise<IdempotentRequest | undefined> {
  const key = c.req.header("Idempotency-Key")?.replace(/^"|"$/g, "");
  if (key === undefined) return undefined;
  const asked = [c.req.method, c.req.path.replace(/\/$/, ""), await c.req.text()];
  const fingerprint = createHash("sha256").update(asked.join("\n")).digest("base64url");
  return { holder: nameOf(holder), key, fingerprint };
}

// the guest of a room rather than of a session, so that a retry after another login is the same request
function nameOf(holder: Holder): string {
  return holder.kind === "user"
    ? `user ${holder.viewer.id}`
    : `guest ${holder.guest.roomId} ${holder.guest.stayId}`;
}
