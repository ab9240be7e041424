// Lets a request pass only with the token of an open session.
import { createMiddleware } from "hono/factory";
import type { AppDependencies } from "../http/app-env.ts";
import { HttpError } from "../http/http-error.ts";
import { findViewer, type Viewer } from "./sessions.ts";

/** What handlers behind `requireViewer` find in their context. */
export interface ViewerEnv {
  Variables: { viewer: Viewer; token: string };
}

const NO_TOKEN = "Authentication is required: send the header Authorization: Token …";
const AUTHORIZATION = /^(?:token|bearer) +([\w-]+) *$/i;

/** Takes `Authorization: Token …` and `Authorization: Bearer …`; answers 401 to everything else. */
export function requireViewer({ db, now }: Pick<AppDependencies, "db" | "now">) {
  return createMiddleware<ViewerEnv>(async (c, next) => {
    const token = AUTHORIZATION.exec(c.req.header("Authorization") ?? "")?.[1];
    const viewer = token && (await findViewer(db, token, now()));
    if (!viewer) {
      c.header("WWW-Authenticate", "Token, Bearer");
      throw new HttpError(
        401,
        token === undefined ? NO_TOKEN : "The token is not valid; log in again",
      );
    }
    c.set("viewer", viewer);
    c.set("token", token);
    await next();
  });
}
