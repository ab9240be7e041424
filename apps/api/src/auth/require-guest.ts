// Lets a request pass only with the token of a guest.
import { createMiddleware } from "hono/factory";
import type { AppDependencies } from "../http/app-env.ts";
import { HttpError } from "../http/http-error.ts";
import { describing } from "../openapi/operation-part.ts";
import { authenticate, NOT_AUTHENTICATED } from "./authenticate.ts";
import type { Guest } from "./guest-sessions.ts";

/** What handlers behind `requireGuest` find in their context. */
export interface GuestEnv {
  Variables: { guest: Guest; token: string };
}

/** Answers 401 without a token, and 403 to one that is not a guest's. */
export function requireGuest(deps: Pick<AppDependencies, "db" | "now">) {
  const check = createMiddleware<GuestEnv>(async (c, next) => {
    const { token, holder } = await authenticate(c, deps);
    if (holder.kind !== "guest")
      throw new HttpError(403, "Only the guest of this room may do this");
    c.set("guest", holder.guest);
    c.set("token", token);
    await next();
  });
  const refusals = { ...NOT_AUTHENTICATED, 403: "The token is not that of this room's guest." };
  return describing({ security: "session", refusals }, check);
}
