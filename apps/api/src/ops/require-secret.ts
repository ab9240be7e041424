// Lets a request pass only with a secret of the process's own configuration.
import { createHash, timingSafeEqual } from "node:crypto";
import { createMiddleware } from "hono/factory";
import { HttpError } from "../http/http-error.ts";
import { describing, type Token } from "../openapi/operation-part.ts";

export interface RequiredSecret {
  /** Whose it is, as OpenAPI names it. */
  readonly whose: Exclude<Token, "session">;
  /** Undefined where the process was given none: then nobody passes. */
  readonly secret: string | undefined;
}

/** Answers 404 where there is no secret, so that nothing is open by being forgotten, and 401 to every other token. */
export function requireSecret({ whose, secret }: RequiredSecret) {
  const check = createMiddleware(async (c, next) => {
    if (secret === undefined) throw new HttpError(404, "There is nothing at this address");
    const given = /^(?:token|bearer) +(\S+) *$/i.exec(c.req.header("Authorization") ?? "")?.[1];
    if (given === undefined || !timingSafeEqual(digest(given), digest(secret))) {
      c.header("WWW-Authenticate", "Token, Bearer");
      throw new HttpError(401, `The ${whose}'s token is required`);
    }
    await next();
  });
  const refusals = {
    401: `The token is not the ${whose}'s.`,
    404: `This process was given no ${whose}'s token.`,
  };
  return describing({ security: whose, refusals }, check);
}

// equal lengths, which a comparison in constant time needs
function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
