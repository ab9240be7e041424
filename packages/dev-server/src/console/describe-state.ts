// Who is connected and subscribed, as the console shows it.
import type { DeprecatedWatch } from "../contract/watch-deprecated.ts";
import type { HubState } from "../protocol/hub-state.ts";
import { describeDeprecated } from "./describe-deprecated.ts";
import { first } from "./first.ts";
import type { ConsoleChannel, ConsoleConnection, ConsoleState } from "./page/wire.ts";

// a page with ten thousand rows helps nobody; the counts are of all of them
const mostRows = 200;
const mostSubscriptions = 50;

/** What is known of a connection beside the hub's own state. */
export interface ConnectionNote {
  readonly client: string;
  readonly since: number;
}

export interface DescribeStateOptions {
  readonly notes: ReadonlyMap<string, ConnectionNote>;
  readonly deprecated: DeprecatedWatch;
}

export function describeState(
  state: HubState,
  { notes, deprecated }: DescribeStateOptions,
): ConsoleState {
  const { sessions, channels } = state;
  return {
    connectionCount: sessions.size,
    channelCount: channels.size,
    connections: first(sessions.values(), mostRows).map(
      ({ socketId, user, subscriptions }): ConsoleConnection => ({
        socketId,
        client: notes.get(socketId)?.client ?? "",
        since: notes.get(socketId)?.since ?? 0,
        ...(user && { userId: user.id }),
        subscriptions: first(subscriptions.keys(), mostSubscriptions),
      }),
    ),
    channels: first(channels.values(), mostRows).map(
      ({ name, kind, subscribers, members }): ConsoleChannel => ({
        name,
        kind,
        subscribers: subscribers.size,
        members: [...members.values()].map(({ userId, userInfo }) => ({ userId, userInfo })),
      }),
    ),
    deprecated: describeDeprecated(state, { notes, deprecated }),
  };
}
