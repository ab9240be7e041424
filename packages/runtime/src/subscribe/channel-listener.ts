// One subscription as the shared channel sees it.
import type { Channel } from "../channel.ts";
import type { PusherClientChannel } from "./pusher-client.ts";
import type { Handler, OnError, SubscriptionState } from "./subscription.ts";

export type AnyChannel = Channel<unknown, Readonly<Record<string, unknown>>>;

export interface ChannelListener {
  readonly definition: AnyChannel;
  /** Answers the handler of an event; asked for each event, so that handlers may change. */
  handlerOf(key: string): Handler<unknown> | undefined;
  readonly onError: OnError | undefined;
  readonly onState: (state: SubscriptionState) => void;
  readonly onResubscribed: () => void;
  /** Only for presence channels: the members may have changed; without a connection there is no channel. */
  readonly onMembers?: (channel: PusherClientChannel | undefined) => void;
}
