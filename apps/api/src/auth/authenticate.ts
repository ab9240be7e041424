// Who is asking, by the token of an open session.
import type { Context } from "hono";
import type { AppDependencies } from "../http/app-env.ts";
import { HttpError } from "../http/http-error.ts";
import { findGuest, type Guest } from "./guest-sessions.ts";
import { findViewer, type Viewer } from "./sessions.ts";

/** Whoever holds a token: somebody with a login, or the guest of a room. */
export type Holder =
  | { readonly kind: "user"; readonly viewer: Viewer }
  | { readonly kind: "guest"; readonly guest: Guest };

/** What is refused here, for the description of what stands behind it. */
export const NOT_AUTHENTICATED = { 401: "There is no token, or its session has ended." };

const NO_TOKEN = "Authentication is required: send the header Authorization: Token …";
const AUTHORIZATION = /^(?:token|bearer) +([\w-]+) *$/i;

/**
 * Takes `Authorization: Token …` and `Authorization: Bearer …`.
 *
 * @throws {HttpError} 401 when there is no token, or its session has ended
 */
export async function authenticate(
  c: Context,
  { db, now }: Pick<AppDependencies, "db" | "now">,
): Promise<{ token: string; holder: Holder }> {
  const token = AUTHORIZATION.exec(c.req.header("Authorization") ?? "")?.[1];
  if (token === undefined) throw unauthenticated(c, NO_TOKEN);
  const viewer = await findViewer(db, token, now());
  if (viewer !== undefined) return { token, holder: { kind: "user", viewer } };
  const guest = await findGuest(db, token, now());
  if (guest !== undefined) return { token, holder: { kind: "guest", guest } };
  throw unauthenticated(c, "The token is not valid; log in again");
}

function unauthenticated(c: Context, message: string): HttpError {
  c.header("WWW-Authenticate", "Token, Bearer");
  return new HttpError(401, message);
}
