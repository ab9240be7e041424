// Who a connection belongs to.
import { verifyToken } from "../auth/verify-token.ts";
import { deliver } from "../deliver.ts";
import { frames } from "../frames.ts";
import type { HubState, Session, User } from "../hub-state.ts";
import type { ClientFrame } from "../parse-client-frame.ts";
import { signIns } from "../refusals.ts";

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
  const user = parseUser(userData);
  if (session.user && session.user.id !== user.id) throw signIns.otherUser();
  session.user = user;
  const connections = hub.users.get(user.id) ?? new Set();
  hub.users.set(user.id, connections.add(session));
  deliver(hub, session, frames.signinSuccess(userData));
  hub.observe({ type: "signed-in", socketId: session.socketId, userId: user.id });
}

/** Forgets who a closed connection belonged to. */
export function signOut(hub: HubState, session: Session): void {
  if (!session.user) return;
  const connections = hub.users.get(session.user.id);
  connections?.delete(session);
  if (connections?.size === 0) hub.users.delete(session.user.id);
}

function parseUser(userData: string): User {
  let data: unknown;
  try {
    data = JSON.parse(userData);
  } catch {
    throw signIns.userData("it must be JSON");
  }
  const { id, user_info: info = null } = (data ?? {}) as Readonly<Record<string, unknown>>;
  if (typeof id !== "string" || id === "") {
    throw signIns.userData("id must be a string that is not empty");
  }
  return { id, info };
}
