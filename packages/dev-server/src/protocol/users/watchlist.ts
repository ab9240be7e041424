// Who wants to know when a user comes and goes.
import { deliver } from "../deliver.ts";
import { frames } from "../frames.ts";
import type { HubState, Session } from "../hub-state.ts";

export type OnlineStatus = "online" | "offline";

/**
 * Makes a connection watch these users, and no others, and tells it who of them is there.
 *
 * @see Pusher, *Watchlist events*
 */
export function watchUsers(hub: HubState, session: Session, userIds: readonly string[]): void {
  stopWatchingUsers(hub, session);
  session.watchlist = userIds;
  for (const userId of userIds) {
    hub.watchers.set(userId, (hub.watchers.get(userId) ?? new Set()).add(session));
  }
  const events = [
    { name: "online", user_ids: userIds.filter((userId) => hub.users.has(userId)) },
    { name: "offline", user_ids: userIds.filter((userId) => !hub.users.has(userId)) },
  ].filter(({ user_ids }) => user_ids.length > 0);
  if (events.length > 0) deliver(hub, session, frames.watchlistEvents(events));
}

export function stopWatchingUsers(hub: HubState, session: Session): void {
  for (const userId of session.watchlist) {
    const watchers = hub.watchers.get(userId);
    watchers?.delete(session);
    if (watchers?.size === 0) hub.watchers.delete(userId);
  }
  session.watchlist = [];
}

/** Tells those who watch a user that the first connection has signed in, or the last one gone. */
export function tellWatchers(hub: HubState, userId: string, name: OnlineStatus): void {
  const frame = frames.watchlistEvents([{ name, user_ids: [userId] }]);
  for (const session of hub.watchers.get(userId) ?? []) deliver(hub, session, frame);
}
