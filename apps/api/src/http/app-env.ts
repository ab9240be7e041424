// What the app is given, and what its handlers find in their context.
import type { ChannelSigner, WithDeprecated } from "@lockstep-demo/publishers";
import type { SessionsEnd } from "../auth/end-sessions.ts";
import type { Database } from "../db/database.ts";
import type { GuestNotifier } from "../guest-chat/guest-notifier.ts";
import type { ImageStorage } from "../images/image-storage.ts";
import type { Log } from "../log.ts";
import type { Metrics } from "../ops/metrics.ts";
import type { RealtimeConfig } from "../realtime/realtime-config.ts";
import type { RoomPresence } from "../realtime/room-presence.ts";
import type { SessionConnections } from "../realtime/session-connections.ts";

/** Everything outside the app that it needs. */
export interface AppDependencies {
  readonly db: Database;
  readonly images: ImageStorage;
  /** Says that a transaction with events has committed. */
  readonly notifyOutbox: () => void;
  /** Adds to events what they replaced: the old public channels and names, while old clients are being moved. */
  readonly withDeprecated: WithDeprecated;
  /** Where this app is for its users, like `http://127.0.0.1:3000`; image addresses begin with it. */
  readonly publicUrl: () => string;
  /** How pages reach the realtime server. `requestUrl` is the address that the page itself was asked by. */
  readonly realtime: (requestUrl: string) => RealtimeConfig;
  /** Signs channel authorizations; absent where there is no realtime server. */
  readonly signer: ChannelSigner | undefined;
  /**
   * How many subscriptions one person may ask for in a minute.
   *
   * @default 1500
   */
  readonly subscriptionsPerMinute?: number;
  /** The connections of sessions; absent where there is no realtime server. */
  readonly connections: SessionConnections | undefined;
  readonly sessionsEnd: SessionsEnd;
  readonly rooms: RoomPresence;
  readonly notifier: GuestNotifier;
  readonly metrics: Metrics;
  /** What an operator shows for a token; nobody is one where it is left out. */
  readonly operatorToken: string | undefined;
  /** What monitoring shows for a token; nobody sees the counters where it is left out. */
  readonly metricsToken: string | undefined;
  readonly now: () => Date;
  readonly log: Log;
}
