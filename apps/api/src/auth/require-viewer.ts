// Lets a request pass only with the token of somebody who has a login.
import { createMiddleware } from "hono/factory";
import type { AppDependencies } from "../http/app-env.ts";
import { HttpError } from "../http/http-error.ts";
import { describing } from "../openapi/operation-part.ts";
import { authenticate, NOT_AUTHENTICATED } from "./authenticate.ts";
import type { Viewer } from "./sessions.ts";

/** What handlers behind `requireViewer` find in their context. */
export interface ViewerEnv {
  Variables: { viewer: Viewer; token: string };
}

/** Answers 401 without a token, and 403 to a guest's. */
export function requireViewer(deps: Pick<AppDependencies, "db" | "now">) {
  const check = createMiddleware<ViewerEnv>(async (c, next) => {
    const { token, holder } = await authenticate(c, deps);
    if (holder.kind !== "user") throw new HttpError(403, "Guests may not do this");
    c.set("viewer", holder.viewer);
    c.set("token", token);
    await next();
  });
  const refusals = { ...NOT_AUTHENTICATED, 403: "The token is a guest's." };
  return describing({ security: "session", refusals }, check);
}
