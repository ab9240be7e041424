// Who is connected and subscribed, as the console shows it.
import type { HubState } from "../protocol/hub-state.ts";
import type { ConsoleChannel, ConsoleConnection, ConsoleState } from "./page/wire.ts";

// a page with ten thousand rows helps nobody; the counts are of all of them
const longest = 200;
const mostSubscriptions = 50;

/** What is known of a connection beside the hub's own state. */
export interface ConnectionNote {
  readonly client: string;
  readonly since: number;
}

export function describeState(
  { sessions, channels }: HubState,
  notes: ReadonlyMap<string, ConnectionNote>,
): ConsoleState {
  return {
    connectionCount: sessions.size,
    channelCount: channels.size,
    connections: first(sessions.values(), longest).map(
      ({ socketId, user, subscriptions }): ConsoleConnection => ({
        socketId,
        client: notes.get(socketId)?.client ?? "",
        since: notes.get(socketId)?.since ?? 0,
        ...(user && { userId: user.id }),
        subscriptions: first(subscriptions.keys(), mostSubscriptions),
      }),
    ),
    channels: first(channels.values(), longest).map(
      ({ name, kind, subscribers, members }): ConsoleChannel => ({
        name,
        kind,
        subscribers: subscribers.size,
        members: [...members.values()].map(({ userId, userInfo }) => ({ userId, userInfo })),
      }),
    ),
  };
}

function first<T>(values: Iterable<T>, count: number): T[] {
  const taken: T[] = [];
  for (const value of values) {
    if (taken.length >= count) break;
    taken.push(value);
  }
  return taken;
}
