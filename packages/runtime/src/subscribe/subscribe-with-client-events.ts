// Subscribing to a channel whose subscribers may also trigger events.
import type { Channel } from "../channel.ts";
import type { Subscriber } from "./create-subscriber.ts";
import { openSubscription, type SubscribeRequest } from "./subscribe.ts";
import type { ClientEventSubscription } from "./subscription.ts";
import { createTrigger } from "./trigger-client-event.ts";

/**
 * Subscribes as `subscribe` does, and answers a subscription that can trigger the channel's client events.
 *
 * @throws {ChannelParameterError} when the parameters give no legal channel name; all else goes to `onError`
 */
export function subscribeWithClientEvents<Parameters, Events>(
  subscriber: Subscriber,
  channel: Channel<Parameters, Events>,
  request: SubscribeRequest<Parameters, Events>,
): ClientEventSubscription<Events> {
  const { subscription, membership } = openSubscription(subscriber, channel, request);
  const trigger = createTrigger(channel, subscription, membership);
  return Object.assign(subscription, { trigger });
}
