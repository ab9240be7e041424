// The subscriber: one client of pusher-js, its channels counted.
import type { OnDeprecated } from "../deprecation.ts";
import type { ChannelListener } from "./channel-listener.ts";
import { JoinedChannel } from "./joined-channel.ts";
import type { PusherClient, PusherClientChannel } from "./pusher-client.ts";
import type { OnError } from "./subscription.ts";

export interface SubscriberOptions {
  /** Gets what goes wrong in every subscription without its own. @default `reportError` of the platform */
  readonly onError?: OnError | undefined;
  /** Told once in a process of each deprecated channel or event in use. @default Node's process warnings; nobody elsewhere */
  readonly onDeprecated?: OnDeprecated | undefined;
  /** How long a subscription may stay unconfirmed before that is reported. @default 10000 */
  readonly subscribeTimeoutMs?: number | undefined;
}

/** What generated `subscribeTo…` functions subscribe through; make one for each client. */
export interface Subscriber {
  readonly options: SubscriberOptions;
  /** Adds a listener to a channel, and subscribes where it is the first. For generated code. */
  join(name: string, listener: ChannelListener): Membership;
}

/** A listener's place in a channel. */
export interface Membership {
  readonly joined: JoinedChannel;
  /** Removes the listener at once; the channel is left in a microtask where nobody has come by then. */
  leave(): void;
}

/**
 * Creates a subscriber on a client of pusher-js, which stays its owner's to connect and to disconnect.
 *
 * Any number of subscriptions share a channel; the last to leave ends it, unless somebody had subscribed to it on the
 * client before this subscriber did.
 */
export function createSubscriber(
  client: PusherClient,
  options: SubscriberOptions = {},
): Subscriber {
  const { subscribeTimeoutMs = 10_000 } = options;
  const channels = new Map<string, JoinedChannel>();
  const own = new WeakSet<PusherClientChannel>();

  // pusher-js sends its own subscriptions first, because its binding is older
  const onConnected = () => {
    for (const joined of channels.values()) joined.subscribe();
  };
  const onStateChange = (change: unknown) => {
    if ((change as { readonly previous?: string }).previous !== "connected") return;
    for (const joined of channels.values()) joined.suspend();
  };

  function join(name: string): JoinedChannel {
    const present = channels.get(name);
    if (present) return present;
    if (channels.size === 0) {
      client.connection.bind("connected", onConnected);
      client.connection.bind("state_change", onStateChange);
    }
    const joined = new JoinedChannel({ client, name, subscribeTimeoutMs, own });
    channels.set(name, joined);
    return joined;
  }

  function leave(name: string, joined: JoinedChannel): void {
    if (joined.listeners.size > 0 || channels.get(name) !== joined) return;
    channels.delete(name);
    joined.leave();
    if (channels.size > 0) return;
    client.connection.unbind("connected", onConnected);
    client.connection.unbind("state_change", onStateChange);
  }

  return {
    options,
    join(name, listener) {
      const joined = join(name);
      joined.add(listener);
      return {
        joined,
        leave() {
          // in a microtask, so that React's unmount and mount in one go keep the subscription
          if (joined.listeners.delete(listener)) queueMicrotask(() => leave(name, joined));
        },
      };
    },
  };
}
