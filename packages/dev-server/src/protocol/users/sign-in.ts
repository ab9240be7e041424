// Who a connection belongs to.
import { verifyToken } from "../auth/verify-token.ts";
import { deliver } from "../deliver.ts";
import { frames } from "../frames.ts";
import type { HubState, Session, User } from "../hub-state.ts";
import type { ClientFrame } from "../parse-client-frame.ts";
import { signIns } from "../refusals.ts";
import { stopWatchingUsers, tellWatchers, watchUsers } from "./watchlist.ts";

/**
 * Signs a connection in as the user that the application vouches for.
 *
 * @throws {ProtocolError} when the token does not sign `user_data`, there is no id in it, or another user is signed in
 * @see Pusher Channels protocol 7, *pusher:signin*
 */
export function signIn(
  hub: HubState,
  session: Session,
  { auth, userData }: Extract<ClientFrame, { type: "signin" }>,
): void {
  if (auth === undefined || userData === undefined) throw signIns.noAuth();
  verifyToken(hub.application, auth, `${session.socketId}::user::${userData}`);
  const { user, watchlist } = parseUser(userData);
  if (session.user && session.user.id !== user.id) throw signIns.otherUser();
  session.user = user;
  const others = hub.users.get(user.id);
  hub.users.set(user.id, (others ?? new Set()).add(session));
  deliver(hub, session, frames.signinSuccess(userData));
  hub.observe({ type: "signed-in", socketId: session.socketId, userId: user.id });
  if (!others) tellWatchers(hub, user.id, "online");
  const { watchlistLength } = hub.limits;
  const tooLong = watchlist.length > watchlistLength;
  watchUsers(hub, session, tooLong ? [] : watchlist);
  // the one refusal that leaves standing what it refuses a part of
  if (tooLong) throw signIns.watchlistTooLong(watchlistLength);
}

/** Forgets who a closed connection belonged to, and whom it watched. */
export function signOut(hub: HubState, session: Session): void {
  if (!session.user) return;
  stopWatchingUsers(hub, session);
  const { id } = session.user;
  const connections = hub.users.get(id);
  connections?.delete(session);
  if (connections?.size !== 0) return;
  hub.users.delete(id);
  tellWatchers(hub, id, "offline");
}

function parseUser(userData: string): { user: User; watchlist: readonly string[] } {
  let data: unknown;
  try {
    data = JSON.parse(userData);
  } catch {
    throw signIns.userData("it must be JSON");
  }
  const fields = (data ?? {}) as Readonly<Record<string, unknown>>;
  const { id, user_info: info = null, watchlist = [] } = fields;
  if (typeof id !== "string" || id === "") {
    throw signIns.userData("id must be a string that is not empty");
  }
  if (!Array.isArray(watchlist) || !watchlist.every((one) => typeof one === "string")) {
    throw signIns.userData("watchlist must be an array of user ids");
  }
  return { user: { id, info }, watchlist: [...new Set(watchlist)] };
}
